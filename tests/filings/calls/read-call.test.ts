import { type ParsedDocument } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";

const read = (text: string, fileName = "call.txt"): ParsedDocument => readTextDocument(Buffer.from(text), { fileName });

const speakersOf = ({ passages }: ParsedDocument): (string | undefined)[] =>
  passages.map(({ path }) => path[path.length - 1]);
const titlesOf = ({ sections }: ParsedDocument): string[] => sections.map(({ title }) => title);

const said = {
  welcome: "Welcome to the earnings conference call of Tiny Kettles, a made-up company.",
  remarks: "We sold more kettles than ever. With that, operator, please open the line for questions.",
  announce: "Our first question comes from Bo Lind with Harbour Research.",
  question: "How many lids did you sell, and will lids outgrow kettles next year?",
  answer: "Two for each kettle, and they will not.",
  next: "Our next question comes from Cy Moor with Quay Capital.",
  second: "What does copper cost you now, compared with what it was a year ago?",
  last: "A tenth more.",
};

const dashes = [
  "Tiny Kettles, Inc. (TKTL) Q3 2024 Earnings Call Transcript",
  "Nov 4, 2024, 5:00 p.m. ET",
  "Contents:",
  "Prepared Remarks",
  "Questions and Answers",
  "Call Participants",
  "Operator",
  said.welcome,
  "Ann Pot -- Chief Executive Officer",
  said.remarks,
  "Questions and Answers",
  "Operator",
  said.announce,
  "Bo Lind -- Harbour Research -- Analyst",
  said.question,
  "Ann Pot -- Chief Executive Officer",
  said.answer,
  "Operator",
  said.next,
  "Cy Moor -- Quay Capital -- Analyst",
  said.second,
  "Ann Pot -- Chief Executive Officer",
  said.last,
].join("\n\n");

describe("a call printed with names above the words", () => {
  const call = read(dashes);

  it("says whose call it was, of which quarter and when", () => {
    expect(call.document).toMatchObject({
      title: "Tiny Kettles, Inc., Q3 2024 call, 2024-11-04",
      company: "Tiny Kettles, Inc.",
      ticker: "TKTL",
      form: "transcript",
      filed: "2024-11-04",
      periodEnd: null,
    });
  });

  it("parts remarks from questions, and each question with its answer", () => {
    expect(titlesOf(call).slice(1)).toEqual([
      "Prepared remarks",
      "Questions and answers",
      "Question 1: Bo Lind, Harbour Research, Analyst",
      "Question 2: Cy Moor, Quay Capital, Analyst",
    ]);
  });

  it("has no passage of two speakers, and every passage says who speaks", () => {
    const withWords = call.passages.filter(({ text }) => text.includes(said.answer));
    expect(withWords.map(({ path, text }) => [path, text])).toEqual([
      [
        ["Questions and answers", "Question 1: Bo Lind, Harbour Research, Analyst", "Ann Pot, Chief Executive Officer"],
        `Ann Pot -- Chief Executive Officer\n${said.answer}`,
      ],
    ]);
  });
});

it("reads capitals before the words, in lines cut at a width", () => {
  const call = read(
    [
      "TINY KETTLES Q3 2024 EARNINGS CALL",
      "",
      "OPERATOR: Welcome to the earnings conference call of Tiny Kettles, a made-up",
      "company that is not listed anywhere. All lines are muted for the moment.",
      "",
      "ANN POT, CEO: We sold more kettles than ever, in every month of the quarter,",
      "and more lids than kettles. Please open the line for questions.",
      "",
      "OPERATOR: Our first question comes from Bo Lind with Harbour",
      "Research.",
      "",
      "BO LIND, ANALYST, HARBOUR RESEARCH: How many lids did you sell for each kettle,",
      "and will lids outgrow kettles next year?",
      "",
      "ANN POT, CEO: Two for each kettle.",
    ].join("\n"),
  );
  expect(speakersOf(call).filter((name) => name !== undefined)).toEqual([
    "Operator",
    "Ann Pot, CEO",
    "Operator",
    "Bo Lind, ANALYST, HARBOUR RESEARCH",
    "Ann Pot, CEO",
  ]);
});

describe("a call as data", () => {
  const event = { year: 2024, quarter: 3, conference_date: "2024-11-04T17:00:00.000-05:00" };

  it("names speakers by the map beside the turns, and nobody by guess", () => {
    const turns = [
      { speaker: "spk01", text: said.welcome },
      { speaker: "spk02", text: said.remarks },
    ];
    const call = read(
      JSON.stringify({ event, speakers: turns, speaker_name_map_v2: { spk02: { name: "Ann Pot", title: "CEO" } } }),
      "call.json",
    );
    expect(speakersOf(call)).toEqual(["Speaker 1 (not named)", "Ann Pot, CEO"]);
    expect(call.document).toMatchObject({
      form: "transcript",
      filed: "2024-11-04",
      title: "call, Q3 2024 call, 2024-11-04",
    });
  });

  it("keeps prepared remarks and questions apart where the data only parts these", () => {
    const call = read(
      JSON.stringify({
        event,
        prepared_remarks: said.remarks,
        questions_and_answers: `${said.question} ${said.answer}`,
      }),
      "call.json",
    );
    expect(titlesOf(call)).toEqual(["Prepared remarks", "Questions and answers"]);
    expect(call.passages.every(({ path }) => path.length === 1)).toBe(true);
  });
});

it("leaves speakers out where nobody is named", () => {
  const lines = [
    "Good afternoon and thank you for joining us on our conference call of a made-up company.",
    "I will now turn the call over to our treasurer.",
    "We sold more kettles than ever.",
    "With that, I will turn it back over to the operator for Q&A.",
    "Two for each kettle.",
    "That is a question we hear often.",
  ];
  const call = read(lines.join("\n"));
  expect(titlesOf(call)).toEqual(["Prepared remarks", "Questions and answers"]);
  expect(speakersOf(call)).toEqual(["Prepared remarks", "Questions and answers"]);
});

it("does not take a note with headed lines for a call", () => {
  const note = ["Kettles", "Gross Margin: up", "Free Cash: flat", "Gross Margin: up again", "Free Cash: down"].join(
    "\n",
  );
  expect(read(`${note}\n${"We hold the shares. ".repeat(8)}`, "kettles.txt").document.form).toBe("note");
});
