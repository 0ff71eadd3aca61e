import { makeStyles, tokens } from "@fluentui/react-components";
import { type SelectionForQuestion } from "../../contracts/answer";
import { showValue } from "../text/show-value";

type CellForQuestion = SelectionForQuestion["cells"][number];

const useStyles = makeStyles({
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: "0 8px" },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  address: { fontWeight: tokens.fontWeightSemibold },
  choice: {
    display: "inline-flex",
    alignItems: "center",
    gap: "5px",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
  },
  box: { margin: 0, accentColor: tokens.colorBrandBackground },
  quiet: { color: tokens.colorNeutralForeground3 },
  summary: {
    cursor: "pointer",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  scroll: { maxHeight: "180px", overflow: "auto", marginTop: "4px", border: `1px solid ${tokens.colorNeutralStroke2}` },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    "& th, & td": {
      padding: "2px 6px",
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      textAlign: "start",
      verticalAlign: "top",
    },
    "& th": { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  },
});

/** What is selected and, cell by cell, exactly what a question would send of it. */
export function SelectionPanel(props: {
  selection: SelectionForQuestion | null;
  problem: string | null;
  isTruncated: boolean;
  isSent: boolean;
  onSentChange: (isSent: boolean) => void;
}) {
  const styles = useStyles();
  const { selection } = props;
  if (selection === null) {
    const why = props.problem ?? "Nothing is selected.";
    return <p className={styles.text}>{why} The question is asked on its own.</p>;
  }
  const count = selection.cells.length;
  return (
    <section aria-label="Selection" data-testid="selection">
      <div className={styles.head}>
        <p className={styles.text}>
          <span className={styles.address}>
            {selection.sheet}!{selection.range}
          </span>{" "}
          <span className={styles.quiet}>{summarise(selection)}</span>
        </p>
        <label className={styles.choice}>
          <input
            type="checkbox"
            className={styles.box}
            checked={props.isSent}
            onChange={(event) => props.onSentChange(event.currentTarget.checked)}
          />
          Send with the question
        </label>
      </div>
      {props.isSent && count > 0 && (
        <details>
          <summary className={styles.summary}>
            {count === 1 ? "1 cell is sent" : `${count} cells are sent`}
            {props.isTruncated ? `, the first of a larger selection` : ""}
          </summary>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label="Cells that are sent">
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Cell</th>
                  <th scope="col">Meaning</th>
                  <th scope="col">Value</th>
                  <th scope="col">Formula, and what it reads</th>
                </tr>
              </thead>
              <tbody>
                {selection.cells.map((cell) => (
                  <tr key={cell.address}>
                    <td>{cell.address}</td>
                    <td>{[cell.label, cell.period].filter((word) => word !== null).join(", ")}</td>
                    <td>{showExactly(cell)}</td>
                    <td>{showFormula(cell)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}

function summarise(selection: SelectionForQuestion): string {
  const labels = [...new Set(selection.cells.flatMap((cell) => cell.label ?? []))];
  const values = selection.cells.slice(0, 3).map(showBriefly).join("; ");
  const more = selection.cells.length > 3 ? "; …" : "";
  const names = labels.slice(0, 2).join(", ") + (labels.length > 2 ? ", …" : "");
  if (selection.cells.length === 0) return "empty";
  return names === "" ? `${values}${more}` : `${names}: ${values}${more}`;
}

/** As the grid shows it; the table below tells the exact value. */
function showBriefly(cell: CellForQuestion): string {
  if (typeof cell.value !== "number" || cell.error !== null) return showExactly(cell);
  return showValue(cell.value, cell.unit === "percent" || (cell.numberFormat ?? "").includes("%"));
}

function showExactly(cell: CellForQuestion): string {
  if (cell.error !== null) return cell.error;
  if (typeof cell.value === "number") return String(Number(cell.value.toPrecision(8)));
  return cell.value === null ? "" : String(cell.value).slice(0, 80);
}

function showFormula(cell: CellForQuestion): string {
  const reads = cell.precedents.map(
    ({ sheet, address, label, value }) =>
      `${sheet}!${address}${label === null ? "" : ` ${label}`}${value === null ? "" : ` (${String(value)})`}`,
  );
  return [cell.formula, ...reads].filter((word) => word !== null).join("; ");
}
