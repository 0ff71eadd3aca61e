import { type TitledSlot } from "../sections/titled-sections";

/** What an earnings release usually holds after its headline; the first that matches names a heading. */
export const releaseSections: readonly TitledSlot[] = [
  {
    title: "Safe harbor",
    heading:
      /^(?:note (?:on|regarding|about|concerning) |cautionary (?:note|statement)s?|safe harbou?r|caution |.{0,40}\bforward[- ]looking (?:statements?|information)|disclosure regarding forward)/i,
    kind: "safe-harbour",
  },
  {
    title: "Non-GAAP reconciliations",
    heading:
      /^.{0,60}\b(?:reconciliations?\b.{0,60}(?:gaap|adjusted|ebitda|free cash|measures)|gaap to non-?gaap|gaap to adjusted)|^(?:non-?gaap|supplemental).{0,40}reconciliations?|^reconciliations? of\b/i,
  },
  {
    title: "Non-GAAP measures",
    heading:
      /^(?:(?:about|use of|explanation of|note (?:on|regarding)|statement regarding|discussion of) )?(?:the )?(?:use of )?non-?gaap (?:financial )?(?:measures?|information|results?|disclosures?)/i,
  },
  {
    title: "Outlook",
    heading:
      /^(?:(?:fiscal|full[- ]year|fy|first|second|third|fourth|q[1-4]|quarter(?:ly)?|20\d\d|year|business|financial|company|updated?|current|and|[-–,&\s])+)?(?:outlook|guidance|expectations|forecast|(?:provides |financial )+targets)\b|^.{0,30}\bprovides? (?:.{0,30}\b)?(?:outlook|guidance|financial targets)\b/i,
  },
  {
    title: "Balance sheets",
    heading: /^.{0,60}\b(?:balance sheets?|statements? of (?:consolidated )?financial (?:position|condition))\b/i,
  },
  {
    title: "Statements of cash flows",
    heading: /^.{0,60}\b(?:statements? of (?:consolidated )?cash flows?|cash flow statements?)\b/i,
  },
  {
    title: "Statements of income",
    heading:
      /^.{0,60}\b(?:statements? of (?:consolidated )?(?:operations|income|earnings|comprehensive|net income|loss)|income statements?)\b/i,
  },
  {
    title: "Segment results",
    heading:
      /^.{0,50}\b(?:segment (?:results|information|data|reporting|performance)|results by segment|(?:reportable|operating|business) segments?)\b/i,
  },
  {
    title: "Capital returned",
    heading:
      /^(?:(?:quarterly|cash|declares?|stock|share|common|and|&|capital)\s+)*(?:dividends?|(?:share |stock )?(?:re)?purchases?|buybacks?|return of capital|capital (?:return|allocation))\b.{0,50}$/i,
  },
  {
    title: "Conference call",
    heading: /^(?:.{0,40}\b)?(?:conference call|webcast|earnings call)\b/i,
  },
  {
    title: "Results",
    heading:
      /^(?:(?:fiscal|full[- ]year|first|second|third|fourth|q[1-4]|quarter(?:ly)?|20\d\d|year|business|financial|operating|consolidated|key|selected|summary|of|and|[-–,&\s])+)?(?:highlights?|results|summary|performance|review)\b.{0,60}$/i,
  },
  { title: "About the company", heading: /^about\b(?!.{0,30}non-?gaap).{2,80}$/i },
  {
    title: "Contacts",
    heading:
      /^(?:(?:investor|media|press|company|corporate|relations|and|&|\/)\s*)*contacts?\b(?: information)?.{0,20}$/i,
  },
];
