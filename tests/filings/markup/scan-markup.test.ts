import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { scanMarkup } from "../../../src/filings/markup/scan-markup";
import { seededRandom } from "../../support/seeded-random";

/** Tags with their attributes, end tags and text, one line each; text around what is no tag is one piece. */
function scanned(markup: string): string[] {
  const lines = new Lines();
  scanMarkup(markup, {
    open: (tag) => {
      const attributes = [...(tag.attributes ?? [])].map(([name, value]) => `${name}=${value}`);
      lines.add(`<${tag.name} ${attributes.sort().join(" ")}${tag.closesItself ? " /" : ""}>`);
    },
    close: (kind) => lines.add(`</${kind.name}>`),
    text: (piece) => lines.text(piece),
  });
  return lines.finish();
}

/** The same, as htmlparser2's tokenizer reads it; `style` is left out, which we read into flags. */
function tokenized(markup: string): string[] {
  const lines = new Lines();
  let name = "";
  let attribute = "";
  let value = "";
  let attributes = new Map<string, string>();
  const open = (ending: string): void => {
    attributes.delete("style");
    const written = [...attributes].map(([key, text]) => `${key}=${text}`);
    lines.add(`<${name} ${written.sort().join(" ")}${ending}>`);
  };
  const slice = (start: number, end: number): string => markup.slice(start, end);
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => lines.text(slice(start, end)),
    ontextentity: (code) => lines.text(String.fromCodePoint(code)),
    oncdata: (start, end, offset) => lines.text(slice(start, end - offset)),
    onopentagname: (start, end) => {
      name = slice(start, end).toLowerCase();
      attributes = new Map();
    },
    onattribname: (start, end) => {
      attribute = slice(start, end).toLowerCase();
      value = "";
    },
    onattribdata: (start, end) => (value += slice(start, end)),
    onattribentity: (code) => (value += String.fromCodePoint(code)),
    onattribend: () => {
      if (!attributes.has(attribute)) attributes.set(attribute, value);
    },
    onopentagend: () => open(""),
    onselfclosingtag: () => open(" /"),
    onclosetag: (start, end) => lines.add(`</${slice(start, end).toLowerCase()}>`),
    oncomment: () => undefined,
    ondeclaration: () => undefined,
    onprocessinginstruction: () => undefined,
    onend: () => undefined,
  };
  const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: true }, callbacks);
  tokenizer.write(markup);
  tokenizer.end();
  return lines.finish();
}

class Lines {
  private readonly lines: string[] = [];
  private pending = "";

  text(piece: string): void {
    this.pending += piece;
  }

  add(line: string): void {
    this.finish();
    this.lines.push(line);
  }

  finish(): string[] {
    if (this.pending !== "") this.lines.push(JSON.stringify(this.pending));
    this.pending = "";
    return this.lines;
  }
}

const pieces = (
  '< > </ /> = " \' & ; - -- --> <!-- <!--> <!---> --!> <! <? </p> <p> <p <div <b> </b> <td <TD style="a:b"> ' +
  "<td class=a> <a href=x/> <a href='a>b'> <br/> <br / > <title> </title> </TITLE > <style> </style <style/> <script> " +
  '</script> <xmp> <textarea> <ix:a id="1"> </ix:a> &amp; &amp &#160; &nbsp &#x80; &notit; &bogus; &# &#x &l x 1 a=b ' +
  "c = d e=\"f&amp;g\" e='&lt' =x <!doctype html> <3 </3> </> <plaintexts> </p/> é 💡"
).split(" ");

describe("scanning markup", () => {
  it.each([
    ['<td colspan="2" style="x:y">A &amp; B</td>', ["<td colspan=2>", '"A & B"', "</td>"]],
    ["<p a='1>2' b>x<br/>", ["<p a=1>2 b=>", '"x"', "<br  />"]],
    ["a < b <!-- <p> --> c", ['"a < b  c"']],
    ["<style>p > a { }</p></style>x", ["<style >", '"p > a { }</p>"', "</style>", '"x"']],
    ['<p class="never closed', []],
  ])("reads %s", (markup, expected) => {
    expect(scanned(markup)).toEqual(expected);
  });

  it("reads what anybody may write as htmlparser2 does", () => {
    const random = seededRandom(4);
    for (let run = 0; run < 6000; run++) {
      let markup = "";
      for (let left = 1 + Math.floor(random() * 12); left > 0; left--) {
        markup += pieces[Math.floor(random() * pieces.length)]! + (random() < 0.3 ? " " : "");
      }
      // Where the text ends within a tag, the two differ in what they drop.
      markup += "\"'> .";
      // Its tokenizer passes over an entity that stands behind "</" in a title.
      if (/<t(?:itle|extarea)/i.test(markup)) markup = markup.replaceAll("&", "+");
      expect({ markup, lines: scanned(markup) }).toEqual({ markup, lines: tokenized(markup) });
    }
  });

  it.each([
    ["tags without an end", "<p a=".repeat(200_000)],
    ["quotes without an end", "<p a='\"".repeat(200_000)],
    ["comments without an end", "<!--".repeat(200_000)],
    ["dashes in a comment", `<!--${"-".repeat(1_000_000)}`],
    ["an end tag of script that never ends", `<script>${"</scrip ".repeat(200_000)}`],
    ["ampersands", "&a".repeat(500_000)],
    ["angles", "<".repeat(1_000_000)],
  ])("reads %s in time that grows with their length", (_, markup) => {
    const started = performance.now();
    scanMarkup(markup, { open: () => undefined, close: () => undefined, text: () => undefined });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
