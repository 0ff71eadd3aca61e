const figure = /^[^\p{L}\d]*(?:(?:US|C|A|R)[^\p{L}\d]*)?\d[^\p{L}]*(?:(?:x|bps?|pts?|pp)[^\p{L}\d]*)?$/iu;
const dash = /^[$€£¥(\s]*[-–—−][\s)%]*$/;
const yearOrNote = /^\(?(?:19|20)\d\d\)?[\s*†‡]*(?:\s*\(\w{1,3}\))*$|^\(\d{1,2}\)$|^\d{1,2}\/\d{1,2}\/\d{2,4}$/;
const longestFigure = 40;

/** A number or the dash that stands for none; not a year, nor the mark of a footnote. */
export function isFigure(text: string): boolean {
  if (text.length > longestFigure) return false;
  return (figure.test(text) && !yearOrNote.test(text)) || dash.test(text);
}
