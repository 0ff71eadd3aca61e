import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { useState } from "react";
import { type RowForEvidence, type Tick } from "../../contracts/evidence-request";
import { changeNames } from "../../contracts/fact-history";
import { showValue } from "../text/show-value";
import { CitationChip } from "../text/citation-chip";
import { PlaceLink } from "../text/place-link";

const useStyles = makeStyles({
  box: { margin: "8px 0 0", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  summary: {
    cursor: "pointer",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  list: { margin: "4px 0 0", padding: 0, listStyleType: "none" },
  tick: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "0 8px",
    padding: "5px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  words: { overflowWrap: "anywhere" },
  verdict: { display: "inline-flex", alignItems: "center", gap: "4px" },
  ties: { color: tokens.colorStatusSuccessForeground1 },
  differs: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

const howTheyDiffer: Record<Tick["verdict"], string> = {
  ties: "",
  differs: "",
  "differs-in-sign": " with the other sign",
  "differs-in-scale": " in another scale",
};

/** "38 of 41 historical cells tie; 3 differ", with every cell behind it, those that differ first. */
export function TicksSummary({ ticks, cells }: { ticks: readonly Tick[]; cells: ReadonlyMap<string, TickedCell> }) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  if (ticks.length === 0) return null;
  const differing = ticks.filter((tick) => tick.verdict !== "ties");
  const ordered = [...differing, ...ticks.filter((tick) => tick.verdict === "ties")];
  return (
    <details className={styles.box} data-testid="ticks" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{summarise(ticks.length, differing)}</summary>
      <ul className={styles.list}>
        {(isOpen ? ordered : []).map((tick) => {
          const ties = tick.verdict === "ties";
          const Icon = ties ? CheckmarkCircleRegular : WarningRegular;
          return (
            <li key={`${tick.sheet}!${tick.address}`} className={styles.tick}>
              <span className={mergeClasses(styles.verdict, ties ? styles.ties : styles.differs)}>
                <Icon aria-hidden />
                <PlaceLink sheet={tick.sheet} range={tick.address} shown={`${tick.sheet}!${tick.address}`} />
              </span>
              <span className={styles.words}>{describeTick(tick, cells.get(`${tick.sheet}!${tick.address}`))}</span>
              <CitationChip citation={tick.citation} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function describeTick(tick: Tick, cell: TickedCell | undefined): string {
  const name = [cell?.label, cell?.period].filter((word) => word !== undefined && word !== "").join(", ");
  const show = (value: number): string => showValue(value, cell?.unit === "percent");
  const reported = tick.fact.source === "read" ? "read from the table (not tagged)" : "reported";
  const figures =
    tick.verdict === "ties"
      ? `${show(tick.modelValue)}, as ${reported}`
      : `${show(tick.modelValue)} in the model, ${show(tick.factValue)} ${reported}${howTheyDiffer[tick.verdict]}`;
  const since =
    tick.change === undefined
      ? "restated since an earlier filing"
      : `since an earlier filing: ${changeNames[tick.change.kind]}`;
  const restated = tick.restated ? ` (${since})` : "";
  return `${name === "" ? "" : `${name}: `}${figures}${restated}`;
}

function summarise(all: number, differing: readonly Tick[]): string {
  const cells = all === 1 ? "historical cell ties" : "historical cells tie";
  const count = differing.length;
  const rest = count === 0 ? "" : `; ${count} ${count === 1 ? "differs" : "differ"}`;
  const restated = differing.filter((tick) => tick.restated).length;
  const since = restated === 0 ? "" : `, ${restated} of them from a restated figure`;
  return `${all - count} of ${all} ${cells}${rest}${since}`;
}

/** What the model calls a cell that was ticked. */
export interface TickedCell {
  readonly label: string;
  readonly period: string;
  readonly unit: RowForEvidence["unit"];
}

/** By "Sheet!B2". */
export function cellsOfRows(rows: readonly RowForEvidence[]): ReadonlyMap<string, TickedCell> {
  return new Map(
    rows.flatMap(({ sheet, label, unit, values }) =>
      values.map(({ address, period }) => [`${sheet}!${address}`, { label, period, unit }] as const),
    ),
  );
}
