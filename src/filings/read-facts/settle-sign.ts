import { type Concept } from "../../concepts/concept-definition";
import { type PrimaryStatement } from "./tell-statement";

const onlyLoss = /\bloss(?:es)?\b/i;
const orIncome = /\b(?:income|earnings|profit|gain)s?\b(?!\s+tax)/i;
const paid = /:(?:Payments|Repayments|FinanceLeasePrincipalPayments)/;
const movedAgainstCash = /:IncreaseDecreaseIn(?!.*(?:Payable|Liabilit|Accrued|DeferredRevenue|ContractWithCustomer))/;
/** "Benefit (expense)" prints a benefit plainly; "provision (benefit)" prints it in brackets, as it is tagged. */
const benefitInBrackets = /\(\s*benefits?\b/i;
const benefit = /\b(?:benefits?|credits?)\b|\(\s*(?:expense|provision)/i;

/**
 * The value as a filer tags it: a payment and a cost are positive whichever way the statement prints them, a rise of
 * receivables is positive though it takes cash. Null where the printed sign could mean either.
 */
export function settleSign(
  printed: number,
  label: string,
  concept: Concept,
  tag: string,
  statement: PrimaryStatement,
): number | null {
  if (printed === 0) return 0;
  if (onlyLoss.test(label) && !orIncome.test(label.replace(/\bincome tax(?:es)?\b/gi, ""))) {
    return concept.plausibleSign === "positive" ? null : -Math.abs(printed);
  }
  if (statement === "cash-flow") {
    if (paid.test(tag)) return printed < 0 ? -printed : null;
    if (movedAgainstCash.test(tag)) return -printed;
    return printed;
  }
  if (concept.id === "income-tax-expense") {
    if (benefitInBrackets.test(label)) return printed;
    return printed < 0 || benefit.test(label) ? null : printed;
  }
  if (statement === "income-statement" && printed < 0 && concept.plausibleSign === "positive") return -printed;
  return printed;
}
