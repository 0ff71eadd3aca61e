import { makeStyles, tokens } from "@fluentui/react-components";

export const useReviewTabStyles = makeStyles({
  head: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  facts: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  progress: { margin: "8px 0", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  progressRow: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    minHeight: "28px",
  },
  line: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    margin: "8px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  changed: {
    padding: "3px 3px 3px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  filters: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px", marginTop: "10px" },
  filter: { flex: "1 1 110px", minWidth: 0, maxWidth: "200px" },
  list: { margin: "6px 0 0", padding: 0, listStyleType: "none", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  again: { flexShrink: 0, whiteSpace: "nowrap" },
  more: { marginTop: "8px" },
  nothing: { margin: "16px 0", color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase400 },
});
