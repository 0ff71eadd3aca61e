import { makeStyles, tokens } from "@fluentui/react-components";
import { type Citation } from "../../contracts/evidence";
import { usePassageContext } from "../evidence/use-passage-context";
import { filingFace } from "../shell/themes";
import { usePaneActions } from "../shell/pane-actions";
import { InlineButton } from "../text/inline-button";
import { useInlineStyles } from "../text/inline.styles";
import { type CutRow, cutRow } from "./cut-row";

const useStyles = makeStyles({
  box: {
    margin: "2px 0 6px",
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    paddingInlineStart: "8px",
  },
  frame: {
    maxWidth: "100%",
    overflowX: "auto",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  table: {
    borderCollapse: "collapse",
    fontFamily: filingFace,
    fontSize: "12px",
    lineHeight: "17px",
    fontVariantNumeric: "tabular-nums",
    "& th, & td": { padding: "1px 0 2px 12px", textAlign: "end", verticalAlign: "bottom" },
    "& tr > :first-child": { paddingInlineStart: 0, textAlign: "start" },
  },
  caption: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  head: {
    maxWidth: "110px",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: "block" },
  label: { minWidth: "100px", overflowWrap: "anywhere" },
  above: { display: "block", color: tokens.colorNeutralForeground3 },
  figure: { whiteSpace: "nowrap" },
  asked: {
    padding: "1px 2px",
    borderRadius: "2px",
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { backgroundColor: "Mark", color: "MarkText", forcedColorAdjust: "none" },
  },
});

/** A row of a table under the heads of its columns; the bare row where its table cannot be had. */
export function QuotedRow(props: { citation: Citation; years: readonly number[]; numbers: readonly string[] }) {
  const { citation } = props;
  const styles = useStyles();
  const inline = useInlineStyles();
  const actions = usePaneActions();
  const state = usePassageContext(citation.passageId, 0);
  const passage =
    state.kind === "open" ? state.context.passages.find(({ id }) => id === citation.passageId) : undefined;
  const row =
    passage === undefined || passage.table === null ? null : cutRow(passage.table, passage.text, citation, props);
  const open = (): void => actions.openCitation(citation);
  if (row === null) {
    return (
      <InlineButton title="Open the passage" className={inline.quote} onActivate={open}>
        “{citation.quote}”
      </InlineButton>
    );
  }
  return (
    <div className={styles.box}>
      <Caption row={row} />
      <div className={styles.frame} tabIndex={0} role="region" aria-label={`Row quoted: ${row.label}`}>
        <table className={styles.table} data-testid="quoted-row">
          <thead>
            <tr>
              <td className={styles.head} />
              {row.columns.map(({ heads }, position) => (
                <th key={position} scope="col" className={styles.head}>
                  {heads.map((head, line) => (
                    <span key={line} className={styles.line}>
                      {head}
                    </span>
                  ))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <td className={styles.label}>
                {row.above.length > 0 && <span className={styles.above}>{row.above.join(" › ")}</span>}
                <InlineButton title="Open the passage" onActivate={open}>
                  {row.label}
                </InlineButton>
              </td>
              {row.columns.map(({ text, isAsked }, position) => (
                <td key={position} className={styles.figure}>
                  {isAsked ? <mark className={styles.asked}>{text}</mark> : text}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Caption({ row: { caption, units, columns } }: { row: CutRow }) {
  const styles = useStyles();
  const printed = units?.toLowerCase() ?? "";
  const said = [caption ?? "", ...columns.flatMap(({ heads }) => heads)].some((text) =>
    text.toLowerCase().includes(printed),
  );
  const words = [caption, said ? null : units].filter(Boolean);
  return words.length === 0 ? null : <p className={styles.caption}>{words.join(" · ")}</p>;
}
