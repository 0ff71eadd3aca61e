import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { useState } from "react";
import { type RowForEvidence, type Tick } from "../../contracts/evidence-request";
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
    padding: "3px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  verdict: { display: "inline-flex", alignItems: "center", gap: "4px" },
  ties: { color: tokens.colorStatusSuccessForeground1 },
  differs: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

const verdicts: Record<Tick["verdict"], string> = {
  ties: "ties to",
  differs: "differs from",
  "differs-in-sign": "has the other sign than",
  "differs-in-scale": "is in another scale than",
};
const number = new Intl.NumberFormat("en-US", { maximumFractionDigits: 4 });

/** "38 of 41 historical cells tie; 3 differ", with every cell behind it, those that differ first. */
export function TicksSummary({ ticks, labels }: { ticks: readonly Tick[]; labels: ReadonlyMap<string, string> }) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  if (ticks.length === 0) return null;
  const differing = ticks.filter((tick) => tick.verdict !== "ties");
  const ordered = [...differing, ...ticks.filter((tick) => tick.verdict === "ties")];
  return (
    <details className={styles.box} data-testid="ticks" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{summarise(ticks.length, differing.length)}</summary>
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
              <span>
                {labels.get(tick.key) ?? ""} {number.format(tick.modelValue)} {verdicts[tick.verdict]}
                {!ties && ` ${number.format(tick.factValue)} in`}
                {tick.restated && " (restated: an earlier filing had another figure)"}
              </span>
              <CitationChip citation={tick.citation} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function summarise(all: number, differing: number): string {
  const cells = all === 1 ? "historical cell ties" : "historical cells tie";
  const rest = differing === 0 ? "" : `; ${differing} ${differing === 1 ? "differs" : "differ"}`;
  return `${all - differing} of ${all} ${cells}${rest}`;
}

/** Row labels by the keys the evidence came back with. */
export function labelsOfRows(rows: readonly RowForEvidence[]): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [row.key, row.label]));
}
