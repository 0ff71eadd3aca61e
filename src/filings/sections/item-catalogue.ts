/** An item a form prescribes. `title` recognises its usual headings at their start. */
export interface ItemSlot {
  readonly part: string;
  readonly item: string;
  readonly name: string;
  readonly title: RegExp;
  /** Of an item that had another meaning in other years: only its title tells it. */
  readonly onlyTitled?: true;
}

const slot = (part: string, item: string, name: string, title: RegExp): ItemSlot => ({ part, item, name, title });
const titled = (part: string, item: string, name: string, title: RegExp): ItemSlot => ({
  ...slot(part, item, name, title),
  onlyTitled: true,
});

/** Words behind a short title make another heading of it: "Business and Industry Risks" is no item 1. */
const longTitle = 14;
const wordsBehind = 14;

/** The text is the item's title and hardly more, so that it names the item without its number. */
export function isTitleAlone({ title }: ItemSlot, text: string): boolean {
  const match = title.exec(text);
  if (match === null) return false;
  return match[0].length >= longTitle || text.slice(match[0].length).trim().length <= wordsBehind;
}

/** In the order a 10-K has them. Titles before 2009 differ: 4 was the vote of holders, 14 the exhibits or controls. */
export const items10K: readonly ItemSlot[] = [
  slot("I", "1", "Business", /^(?:description of )?(?:(?:the|our) )?business(?:es)?\b/i),
  slot("I", "1A", "Risk Factors", /^(?:summary of )?risk factors\b/i),
  slot("I", "1B", "Unresolved Staff Comments", /^unresolved\b.{0,12}\bcomments/i),
  slot("I", "1C", "Cybersecurity", /^cyber ?security\b/i),
  slot("I", "2", "Properties", /^(?:description of )?propert(?:y|ies)\b/i),
  slot("I", "3", "Legal Proceedings", /^legal proceedings?\b/i),
  slot(
    "I",
    "4",
    "Mine Safety Disclosures",
    /^(?:mine safety|submission of matters|results of votes|\W*(?:removed|reserved))\b/i,
  ),
  slot("I", "4A", "Executive Officers of the Registrant", /^(?:information about |our |the )*executive officers\b/i),
  slot("II", "5", "Market for Registrant’s Common Equity", /^markets?,? (?:for|price|information)\b/i),
  slot(
    "II",
    "6",
    "Selected Financial Data",
    /^(?:selected\b.{0,30}\bdata|selected (?:consolidated )?financial|\W*(?:reserved|removed))/i,
  ),
  slot("II", "7", "Management’s Discussion and Analysis", /^management.{0,3}s? discussion\b/i),
  slot(
    "II",
    "7A",
    "Quantitative and Qualitative Disclosures About Market Risk",
    /^(?:(?:quantitative|qualitative) (?:and|disclosure)|disclosures? about market risk)\b/i,
  ),
  slot(
    "II",
    "8",
    "Financial Statements and Supplementary Data",
    /^(?:condensed |consolidated )*financial statements?\b/i,
  ),
  slot(
    "II",
    "9",
    "Changes in and Disagreements with Accountants",
    /^(?:changes? in|disagreements?)\b.{0,40}\b(?:accountants|accounting|disagreements)/i,
  ),
  slot("II", "9A", "Controls and Procedures", /^(?:disclosure )?controls? and procedures\b/i),
  slot("II", "9B", "Other Information", /^other information\b/i),
  slot("II", "9C", "Disclosure Regarding Foreign Jurisdictions", /^disclosures? regarding foreign\b/i),
  slot("III", "10", "Directors, Executive Officers and Corporate Governance", /^directors\b/i),
  slot("III", "11", "Executive Compensation", /^(?:executive|management|director).{0,24}compensation\b/i),
  slot("III", "12", "Security Ownership", /^(?:security|stock|share) ?ownership\b/i),
  slot("III", "13", "Certain Relationships and Related Transactions", /^certain relationships?\b/i),
  slot(
    "III",
    "14",
    "Principal Accountant Fees and Services",
    /^(?:principal (?:account|audit)|audit(?:or)? fees|independent (?:public )?account|fees (?:paid )?(?:to|of))/i,
  ),
  titled("III", "14", "Controls and Procedures", /^(?:disclosure )?controls? and procedures\b/i),
  titled(
    "IV",
    "14",
    "Exhibits, Financial Statement Schedules and Reports on Form 8-K",
    /^(?:exhibits?|financial statements?)\b/i,
  ),
  slot(
    "IV",
    "15",
    "Exhibits and Financial Statement Schedules",
    /^(?:exhibits?|(?:consolidated )?financial statements?|schedules)\b/i,
  ),
  slot("IV", "16", "Form 10-K Summary", /^(?:form )?10-?k summary\b/i),
  titled("IV", "16", "Principal Accountant Fees and Services", /^principal account/i),
];

/** The form small companies had until 2009: other numbers for the same matter. */
export const items10KSB: readonly ItemSlot[] = [
  slot("I", "1", "Description of Business", /^(?:description of )?(?:(?:the|our) )?business\b/i),
  slot("I", "1A", "Risk Factors", /^risk factors\b/i),
  slot("I", "1B", "Unresolved Staff Comments", /^unresolved\b.{0,12}\bcomments/i),
  slot("I", "2", "Description of Property", /^(?:description of )?propert(?:y|ies)\b/i),
  slot("I", "3", "Legal Proceedings", /^legal proceedings?\b/i),
  slot(
    "I",
    "4",
    "Submission of Matters to a Vote of Security Holders",
    /^(?:submission of matters|\W*(?:removed|reserved))\b/i,
  ),
  slot("II", "5", "Market for Common Equity", /^markets? (?:for|price)\b/i),
  slot(
    "II",
    "6",
    "Management’s Discussion and Analysis or Plan of Operation",
    /^(?:management.{0,3}s? (?:discussion|plan)|plan of operation)\b/i,
  ),
  slot("II", "7", "Financial Statements", /^(?:consolidated )?financial statements?\b/i),
  slot("II", "8", "Changes in and Disagreements with Accountants", /^(?:changes? in|disagreements?)\b/i),
  slot("II", "8A", "Controls and Procedures", /^(?:disclosure )?controls? and procedures\b/i),
  slot("II", "8B", "Other Information", /^other information\b/i),
  slot("III", "9", "Directors, Executive Officers, Promoters and Control Persons", /^directors\b/i),
  slot("III", "10", "Executive Compensation", /^executive compensation\b/i),
  slot("III", "11", "Security Ownership", /^(?:security|stock|share) ?ownership\b/i),
  slot("III", "12", "Certain Relationships and Related Transactions", /^certain relationships?\b/i),
  slot("III", "13", "Exhibits and Reports on Form 8-K", /^exhibits?\b/i),
  slot("III", "14", "Principal Accountant Fees and Services", /^(?:principal account|audit(?:or)? fees)/i),
  titled("III", "14", "Controls and Procedures", /^(?:disclosure )?controls? and procedures\b/i),
];

export const items10Q: readonly ItemSlot[] = [
  slot(
    "I",
    "1",
    "Financial Statements",
    /^(?:interim |unaudited |condensed |consolidated )*financial (?:statements?|information)\b/i,
  ),
  slot("I", "2", "Management’s Discussion and Analysis", /^management.{0,3}s? discussion\b/i),
  slot(
    "I",
    "3",
    "Quantitative and Qualitative Disclosures About Market Risk",
    /^(?:(?:quantitative|qualitative) (?:and|disclosure)|market risk)\b/i,
  ),
  titled("I", "3", "Controls and Procedures", /^(?:disclosure )?controls? and procedures\b/i),
  slot("I", "4", "Controls and Procedures", /^(?:disclosure )?controls? and procedures\b/i),
  slot("II", "1", "Legal Proceedings", /^legal proceedings?\b/i),
  slot("II", "1A", "Risk Factors", /^risk factors\b/i),
  slot(
    "II",
    "2",
    "Unregistered Sales of Equity Securities",
    /^(?:unregistered|changes? in securities|issuer purchases|purchases? of|repurchases?|share repurchase)\b/i,
  ),
  slot("II", "3", "Defaults Upon Senior Securities", /^defaults?\b/i),
  slot("II", "4", "Mine Safety Disclosures", /^(?:mine safety|submission of matters|\W*(?:removed|reserved))/i),
  slot("II", "5", "Other Information", /^other information\b/i),
  slot("II", "6", "Exhibits", /^exhibits?\b/i),
];

/** Item numbers of an 8-K since August 2004; a title for each, as the form names it. */
export const items8K: ReadonlyMap<string, string> = new Map([
  ["1.01", "Entry into a Material Definitive Agreement"],
  ["1.02", "Termination of a Material Definitive Agreement"],
  ["1.03", "Bankruptcy or Receivership"],
  ["1.04", "Mine Safety"],
  ["1.05", "Material Cybersecurity Incidents"],
  ["2.01", "Completion of Acquisition or Disposition of Assets"],
  ["2.02", "Results of Operations and Financial Condition"],
  ["2.03", "Creation of a Direct Financial Obligation"],
  ["2.04", "Triggering Events"],
  ["2.05", "Costs Associated with Exit or Disposal Activities"],
  ["2.06", "Material Impairments"],
  ["3.01", "Notice of Delisting"],
  ["3.02", "Unregistered Sales of Equity Securities"],
  ["3.03", "Material Modification to Rights of Security Holders"],
  ["4.01", "Changes in Registrant’s Certifying Accountant"],
  ["4.02", "Non-Reliance on Previously Issued Financial Statements"],
  ["5.01", "Changes in Control of Registrant"],
  ["5.02", "Departure or Election of Directors or Officers"],
  ["5.03", "Amendments to Articles or Bylaws"],
  ["5.04", "Temporary Suspension of Trading"],
  ["5.05", "Amendments to the Code of Ethics"],
  ["5.06", "Change in Shell Company Status"],
  ["5.07", "Submission of Matters to a Vote of Security Holders"],
  ["5.08", "Shareholder Director Nominations"],
  ["6.01", "ABS Informational and Computational Material"],
  ["6.02", "Change of Servicer or Trustee"],
  ["6.03", "Change in Credit Enhancement"],
  ["6.04", "Failure to Make a Required Distribution"],
  ["6.05", "Securities Act Updating Disclosure"],
  ["7.01", "Regulation FD Disclosure"],
  ["8.01", "Other Events"],
  ["9.01", "Financial Statements and Exhibits"],
]);
