import { type QuestionIntent } from "../../contracts/intent";

/**
 * Words that a question about a whole company's figure may hold without asking for another figure. Everything else
 * that is neither a name, a period nor a concept may narrow or change what is asked ("adjusted", "per", "Europe").
 * "Before", "after", "without", "net", "average", "first", "next" and their like are left out on purpose.
 */
const neutral: ReadonlySet<string> = new Set(
  // The scaffolding of a sentence.
  (
    "a an the this that of to in on at by for from as and with was were is are be been has have had did does do it its their " +
    "his her they i we you me my us our ours your can could would will please kindly hi hello thanks thank so also just " +
    "what whats which how much many when where who whats tell give get show find look up let know need want like say said " +
    "state compute calculate provide name list here heres there question answer s following information details detail metric help " +
    "asked respond response provided outlined clearly plainly reasonable approximation possible if gaap unadjusted " +
    // What is said of any figure.
    "total totals overall consolidated company companys companies firm business corporation inc group enterprise whole entire " +
    "reported report reports reporting disclosed disclose according filing filings filed statement statements " +
    "amount amounts figure figures number numbers value values level levels balance total size sum line item items exact " +
    "exactly actual actually approximately roughly about around precisely respectively based using shown stands stood come " +
    "amounted came totalled totaled equal equals worth " +
    // How a company comes by a figure.
    "generate generates generated make makes made earn earns earned post posts posted record recorded records book booked " +
    "achieve achieved deliver delivered incur incurred spend spent hold holds held carry carries carried show showed shows " +
    "recognise recognised recognize recognized " +
    // Time that the periods have been read from, units, rounding.
    "year years yearly annual annually fiscal financial fy full end ended ending ends close closing period periods date dated " +
    "usd dollar dollars million millions billion billions thousand thousands mm mn bn $ € £ % percent percentage terms unit " +
    "percents units currency decimal decimals place places round rounded rounding one two three"
  ).split(/\s+/),
);

/** Words that only say what kind of answer is wanted, and so change nothing about the figure beside it. */
const neutralByKind: Partial<Record<QuestionIntent["kind"], RegExp>> = {
  comparison:
    /^(?:compar\w*|versus|vs|against|between|difference|higher|lower|larger|smaller|greater|bigger|better|worse|more|less|or|than|both|each|company|higher|other)$/,
  trend:
    /^(?:trends?|over|time|develop\w*|evolv\w*|mov\w+|grow\w*|grew|chang\w*|shrink\w*|improv\w*|declin\w*|deteriorat\w*|increas\w*|decreas\w*|rise\w*|rising|rose|fall\w*|fell|since|last|past|history|historical\w*|or|going|up|down|between|across|through)$/,
  reason:
    /^(?:why|dr[oi]ve\w*|driving|driven|cause\w*|caused|causing|explain\w*|reasons?|because|due|behind|led|lead|leading|factors?|contribut\w*|impact\w*|affect\w*|change\w*|chang\w*|increas\w*|decreas\w*|grow\w*|grew|rise\w*|rising|rose|fall\w*|fell|declin\w*|dropp?\w*|improv\w*|shrink\w*|shrank|higher|lower|expan\w*|contract\w*|down|up|compared|than|prior|previous|management|over|so|weak\w*|strong\w*|main|mainly|not|or)$/,
  guidance:
    /^(?:guid\w*|outlook|forecast\w*|expect\w*|given|gave|target\w*|next|management|anticipat\w*|issued?|full-year)$/,
};

const irregular: ReadonlyMap<string, string> = new Map([["pay", "paid"]]);

/** Whether a word changes nothing about the figure asked for; `conceptNames` are words of the concepts' own names. */
export function isNeutral(word: string, kind: QuestionIntent["kind"], conceptNames: ReadonlySet<string>): boolean {
  return (
    neutral.has(word) ||
    (neutralByKind[kind]?.test(word) ?? false) ||
    conceptNames.has(word) ||
    conceptNames.has(irregular.get(word) ?? word)
  );
}
