/** More letters than this of another script, and the question is not English with a name in it. */
const foreignShare = 0.3;

/** Small words that English has not; two of them and none of the English ones tell the language. */
const foreignWords = new Set(
  (
    "der das ist wie hoch und für im den dem wurde welche warum wird sind nicht " +
    "le les quel quelle était est du des dans pour combien pourquoi sont une chiffre " +
    "el los las cuál cuáles fue fueron cuánto por qué del una para " +
    "il gli quale quali sono è della perché stato quanto " +
    "o os qual quais foi foram quanto da receita hoeveel het een waarom waren van"
  ).split(" "),
);
const englishWords = new Set(
  "the of what how is was were are did does do and for which why has have by with their its to from than much".split(
    " ",
  ),
);

/**
 * Why nothing could be read in a question, where the words themselves are the trouble: none at all, another language,
 * or a bare "why?". Null where the question can be read; then only the filings can be why it has no answer.
 */
export function sayUnreadable(question: string): string | null {
  const letters = question.match(/\p{L}/gu)?.length ?? 0;
  const words = question.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (letters === 0 && !/\d/.test(question))
    return "there is no word in the question; ask in English about a company, a figure or a topic of its filings";
  const ofOtherScripts = question.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  if (ofOtherScripts > letters * foreignShare || isForeign(words))
    return "questions are read in English, and this one seems to be in another language; I searched by the names and numbers in it";
  const only = words.length === 1 && !/\d/.test(question) ? words[0] : null;
  if (only !== null && bareQuestions.has(only))
    return `“${only}” alone does not say what is meant; name a figure, an event or a topic as well`;
  return null;
}

const bareQuestions = new Set(["why", "what", "how", "when", "who", "where", "which", "explain", "help", "so", "and"]);

function isForeign(words: readonly string[]): boolean {
  const foreign = words.filter((word) => foreignWords.has(word)).length;
  return foreign >= 2 && !words.some((word) => englishWords.has(word));
}
