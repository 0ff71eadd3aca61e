interface FolderRule {
  readonly runs: "pure" | "browser" | "server";
  readonly purpose: string;
  readonly mayImport: readonly string[];
}

/** The import table as the drawing and the table that stand in src/ARCHITECTURE.md. */
export function drawFolders(folders: Readonly<Record<string, FolderRule>>): string {
  const names = Object.keys(folders);
  // Everything may import contracts: drawing those edges would hide the others.
  const edges = names.flatMap((name) =>
    folders[name]!.mayImport.filter((other) => other !== "contracts").map((other) => `  ${name} --> ${other}`),
  );
  const groups = (["pure", "browser", "server"] as const).map((where) =>
    [
      `  subgraph ${where}`,
      ...names.filter((name) => folders[name]!.runs === where).map((name) => `    ${name}`),
      "  end",
    ].join("\n"),
  );
  const rows = names.map((name) => {
    const { runs, purpose, mayImport } = folders[name]!;
    return `| \`${name}\` | ${runs} | ${purpose} | ${mayImport.length === 0 ? "-" : mayImport.join(" ")} |`;
  });
  return [
    "```mermaid",
    "flowchart LR",
    ...groups,
    ...edges,
    "```",
    "",
    "| folder | runs | purpose | may import |",
    "|---|---|---|---|",
    ...rows,
  ].join("\n");
}
