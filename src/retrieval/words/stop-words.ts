/** Words that a question about filings holds whatever it asks. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a an the of to in on at by for from as is are was were be been being do does did has have had and or if then that this " +
    "these those it its what which who whom whose how much many please state explain why when where not no like would could " +
    "should can will may might must shall something use using used based upon only any some there between with within into " +
    "than we us our ours you your yours i me my want need needs calculate compute help here question answer following give " +
    "given tell say says said respond response round places decimal two one three units usd million millions billion " +
    "billions thousand thousands dollar dollars show shown details information clearly outlined plainly provided primarily " +
    "assuming assume perspective investment analyst analysts useful relevant important about ask define defined year years " +
    "end ended ending fy fiscal quarter quarters quarterly data base basis judgments drawing conclusions stated access line " +
    "items item reasonable approximation exact number numbers possible utilizing relying address adopting judgment own among " +
    "out over company companies firm business's their they them he she his her also just so such very more most other " +
    "latest recent recently current currently last next prior previous main key according taking account provide provided providing basing metric metrics financial percent percents asked compare compared versus vs since until during after before each per both all " +
    "does doing made make makes get got happen happened cell cells row rows range selection selected model sheet"
  ).split(" "),
);

/** How questions ask for the shape of an answer: words that point at no passage. */
const questionBoilerplate: readonly RegExp[] = [
  /if [^.?]{0,120}?(?:is|are) not [^.?]*?(?:state|explain)[^.?]*[.?]?/gi,
  /round[^.?]*\./gi,
  /(?:please )?answer in [^.?]*[.?]/gi,
  /give (?:a|your) (?:response|answer)[^.?]*[.?]/gi,
  /(?:assume|imagine) that you are[^.]*\./gi,
  /you are (?:an?|the) [^.]*analyst[^.]*\./gi,
];

/** The question without requests about the answer's shape. */
export function withoutBoilerplate(question: string): string {
  return questionBoilerplate.reduce((left, pattern) => left.replace(pattern, " "), question);
}
