/** One stretch of a call by one speaker, as the data of the call has it. */
export interface KnownTurn {
  readonly name: string;
  readonly role: string | null;
  readonly text: string;
}

export interface PrintedCall {
  readonly style: string;
  readonly fileName: string;
  readonly text: string;
}

const title = "Example Devices Inc. (EXDV) Q1 2023 Earnings Call Transcript";
const day = "Feb 2, 2023, 5:00 p.m. ET";

/** A call as the widely used printed transcripts set it: the same turns, six ways of saying who speaks. */
export function printCall(turns: readonly KnownTurn[], firstQuestion: number | null): PrintedCall[] {
  const heading = (index: number, text: string): string[] => (index === firstQuestion ? [text] : []);
  const lines = (each: (turn: KnownTurn) => string[], questions: string): string =>
    [title, day, "", ...turns.flatMap((turn, index) => [...heading(index, questions), ...each(turn)])].join("\n\n");
  return [
    {
      style: "Name -- Title above the words",
      fileName: "dashes.txt",
      text: lines(
        ({ name, role, text }) => [role === null ? name : `${name} -- ${role}`, text],
        "Questions and Answers",
      ),
    },
    {
      style: "NAME, TITLE: before the words",
      fileName: "capitals.txt",
      text: lines(
        ({ name, role, text }) => [`${[name, role].filter(Boolean).join(", ").toUpperCase()}: ${text}`],
        "QUESTION AND ANSWER",
      ),
    },
    {
      style: "Name: before the words, no headings",
      fileName: "colons.txt",
      text: [title, day, ...turns.map(({ name, text }) => `${name}: ${text}`)].join("\n"),
    },
    {
      style: "participants listed, names alone above the words",
      fileName: "listed.txt",
      text: [title, ...participants(turns), ...turns.flatMap(({ name, text }) => [name, text])].join("\n\n"),
    },
    {
      style: "NAME, TITLE: in lines of 78 characters",
      fileName: "wrapped.txt",
      text: [
        title,
        day,
        ...turns.map(({ name, role, text }) =>
          wrap(`${[name, role].filter(Boolean).join(", ").toUpperCase()}: ${text}`),
        ),
      ].join("\n\n"),
    },
    {
      style: "a page of markup, names in bold",
      fileName: "page.htm",
      text: `<html><body><h1>${title}</h1><p>${day}</p>${turns
        .map(({ name, role, text }, index) => {
          const who = `<p><strong>${name}</strong>${role === null ? "" : ` -- <em>${escape(role)}</em>`}</p>`;
          return `${heading(index, "<h2>Questions &amp; Answers</h2>").join("")}${who}<p>${escape(text)}</p>`;
        })
        .join("\n")}</body></html>`,
    },
  ];
}

function participants(turns: readonly KnownTurn[]): string[] {
  const known = new Map(turns.filter(({ name }) => name !== "Operator").map((turn) => [turn.name, turn]));
  const isAnalyst = ({ role }: KnownTurn): boolean => role?.includes("Analyst") ?? false;
  const list = (of: readonly KnownTurn[]): string =>
    of.map(({ name, role }) => `${name}${role === null ? "" : ` - ${role}`}`).join("\n");
  const all = [...known.values()];
  return [
    "Company Participants",
    list(all.filter((turn) => !isAnalyst(turn))),
    "Conference Call Participants",
    list(all.filter(isAnalyst)),
  ];
}

function wrap(text: string): string {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    if (lines[lines.length - 1]!.length + word.length > 77) lines.push(word);
    else lines[lines.length - 1] += `${lines[lines.length - 1] === "" ? "" : " "}${word}`;
  }
  return lines.join("\n");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
