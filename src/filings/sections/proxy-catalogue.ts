import { type TitledSlot } from "./titled-sections";

const proposal = /(?:proposal|item|proxy item|resolution)\s*(?:no\.?\s*)?\d{1,2}\s*[.:–—-]*\s*/i.source;
const slot = (title: string, heading: string): TitledSlot => ({
  title,
  heading: new RegExp(`^(?:${proposal})?(?:${heading})`, "i"),
});

/** What a proxy statement usually holds, by its headings; the first that matches names a heading. */
export const proxySections: readonly TitledSlot[] = [
  slot("Proxy Summary", "(?:proxy )?(?:statement )?(?:summary|highlights)$"),
  slot("Notice of Annual Meeting", "notice of (?:the )?(?:\\d{4} )?(?:annual|special)"),
  slot(
    "Questions and Answers About the Meeting",
    "(?:questions and answers|frequently asked|(?:general )?information about (?:the|this|our) (?:annual |special |proxy )?(?:meeting|solicitation|statement))",
  ),
  slot("Election of Directors", "(?:the )?election of (?:\\w+ )?(?:directors|nominees)"),
  slot(
    "Director Nominees",
    "(?:our )?(?:director nominees|nominees for (?:director|election)|information about (?:our|the) (?:director )?nominees)",
  ),
  slot("Corporate Governance", "(?:our )?corporate governance"),
  slot("Board Committees", "(?:board committees|committees of (?:the|our) board)"),
  slot("Board Leadership Structure", "(?:board )?leadership structure"),
  slot("Risk Oversight", "(?:the )?(?:board(?:[’']s)? )?(?:role in )?risk oversight"),
  slot(
    "Director Compensation",
    "(?:non-?employee )?(?:director compensation|compensation of (?:non-?employee )?directors)",
  ),
  slot("Executive Officers", "(?:our |the )?executive officers$"),
  slot(
    "Say on Pay",
    "(?:(?:non-?binding |advisory )+)?(?:vote |resolution |approval )*(?:on|of|to approve)?\\s*(?:the )?(?:\\d{4} )?(?:say[- ]on[- ]pay|(?:named )?executive (?:officer )?compensation \\(|compensation of (?:our|the) named executive)|advisory (?:vote|resolution|approval)",
  ),
  slot("Compensation Discussion and Analysis", "compensation discussion (?:and|&) analysis"),
  slot(
    "Compensation Committee Report",
    "(?:report of the )?(?:\\w+ )*compensation committee(?: (?:and|&) \\w+)* report|report of the (?:\\w+ )*compensation committee",
  ),
  slot("Summary Compensation Table", "(?:\\d{4} )?summary compensation table"),
  slot("Grants of Plan-Based Awards", "(?:\\d{4} )?grants of plan[- ]based awards"),
  slot("Outstanding Equity Awards", "(?:\\d{4} )?outstanding equity awards"),
  slot("Option Exercises and Stock Vested", "(?:\\d{4} )?(?:option exercises|stock vested)"),
  slot("Pension Benefits", "(?:\\d{4} )?pension benefits"),
  slot("Nonqualified Deferred Compensation", "(?:\\d{4} )?non-?qualified deferred compensation"),
  slot(
    "Potential Payments Upon Termination or Change in Control",
    "(?:potential )?payments? (?:up)?on (?:termination|change)",
  ),
  slot("CEO Pay Ratio", "(?:\\d{4} )?(?:ceo )?pay ratio"),
  slot("Pay Versus Performance", "(?:\\d{4} )?pay (?:versus|vs\\.?|for) performance"),
  slot("Executive Compensation", "(?:executive|named executive officer) compensation(?: tables)?"),
  slot("Equity Compensation Plan Information", "(?:securities authorized|equity compensation plan)"),
  slot("Security Ownership", "(?:security|stock|share|beneficial) ?ownership|ownership of (?:common|our|the company)"),
  slot("Delinquent Section 16(a) Reports", "(?:delinquent )?section 16\\(a\\)"),
  slot(
    "Related Party Transactions",
    "(?:certain )?(?:relationships and )?(?:related[- ](?:party|person)|transactions with related)",
  ),
  slot("Ratification of Auditors", "(?:the )?ratification (?:of|and)|ratify|appointment of (?:the )?independent"),
  slot(
    "Audit Fees",
    "(?:audit(?:or)?(?: and non-?audit)? fees|(?:principal )?(?:independent )?(?:registered )?(?:public )?account(?:ant|ing firm) fees|fees (?:paid|billed))",
  ),
  slot("Audit Committee Report", "(?:report of the )?audit(?: \\w+){0,2} committee report|report of the audit"),
  slot(
    "Shareholder Proposals for the Next Meeting",
    "(?:(?:deadline|submission|requirements).{0,40})?(?:share|stock)(?:holder|owner) (?:proposals|nominations).{0,40}(?:next|\\d{4}|annual)|(?:deadline|submission|requirements) .{0,30}(?:share|stock)holder proposals|submission of (?:share|stock)holder",
  ),
  slot("Shareholder Proposal", "(?:share|stock)(?:holder|owner) proposals?\\b"),
  slot("Householding", "householding|delivery of documents"),
  slot("Other Matters", "other (?:matters|business)"),
  { title: "Annex", heading: /^(?:annex|appendix)\s+[A-Z\d]\b/i },
];
