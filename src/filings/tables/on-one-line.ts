const irregular = /[^\S ]|\s\s/;

/** Words with one space between any two; of most cells the text itself, which costs no memory. */
export function onOneLine(text: string): string {
  return irregular.test(text) ? text.replace(/\s+/g, " ") : text;
}
