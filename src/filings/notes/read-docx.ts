import mammoth from "mammoth";
import { FilingUnreadableError } from "../filing-errors";
import { type Source } from "../source";
import { readNoteMarkup } from "./note-markup";
import { openDocx } from "./open-docx";

/** A Word file as a note: its headings, lists and tables; pictures are left out. Throws as `openDocx` does. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Source> {
  const { zip, savedOn } = openDocx(bytes, name);
  let markup: string;
  try {
    const read = await mammoth.convertToHtml(
      { buffer: Buffer.from(zip) },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
      },
    );
    markup = read.value;
  } catch (error) {
    throw new FilingUnreadableError(name, "its Word document is damaged", error);
  }
  return readNoteMarkup(markup, { form: "note", title: null, company: null, ticker: null, date: null, savedOn }, []);
}
