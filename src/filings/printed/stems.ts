const silent = new Set("the and of in for to a an on at by from with or as is are was were total net other".split(" "));
const known = new Map<string, ReadonlySet<string>>();
const mostKnown = 20_000;

/** The words of a label without their endings, so that "taxes payable" meets "TaxesPayable" and "tax payable". */
export function stemsOf(text: string): ReadonlySet<string> {
  let stems = known.get(text);
  if (stems === undefined) {
    if (known.size >= mostKnown) known.clear();
    const words = text
      .replace(/([a-z\d])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .match(/[a-z]{2,}|(?:19|20)\d\d/g);
    known.set(text, (stems = new Set((words ?? []).filter((word) => !silent.has(word)).map(stem))));
  }
  return stems;
}

function stem(word: string): string {
  return word
    .replace(/ies$/, "y")
    .replace(/(?:ations?|ings?|ments?|ances?|ed|es|s|e)$/, "")
    .slice(0, 7);
}
