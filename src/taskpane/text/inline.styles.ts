import { makeStyles, tokens } from "@fluentui/react-components";
import { filingFace } from "../shell/themes";

export const useInlineStyles = makeStyles({
  inline: {
    borderRadius: tokens.borderRadiusSmall,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  place: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "underline",
    textDecorationThickness: "1px",
    textUnderlineOffset: "2px",
    textDecorationColor: tokens.colorBrandStroke2,
    overflowWrap: "anywhere",
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationColor: "currentColor" },
    "@media (forced-colors: active)": { color: "LinkText" },
  },
  number: {
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
    "::after": {
      // An inline block does not take on the underline of its number.
      display: "inline-block",
      fontSize: "0.72em",
      marginInlineStart: "1px",
      verticalAlign: "super",
      lineHeight: 0,
      fontStyle: "normal",
    },
  },
  matched: { "::after": { content: '"✓"', color: tokens.colorStatusSuccessForeground1 } },
  read: { "::after": { content: '"✓ read"', color: tokens.colorNeutralForeground2 } },
  derived: { "::after": { content: '"ƒ"', color: tokens.colorBrandForeground1 } },
  unchecked: {
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textDecorationThickness: "1px",
    textUnderlineOffset: "3px",
    textDecorationColor: tokens.colorStatusWarningForeground1,
    "::after": { content: '"unchecked"', color: tokens.colorStatusWarningForeground1, marginInlineStart: "3px" },
  },
  legend: {
    margin: "6px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  date: { whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  quote: { fontFamily: filingFace, fontSize: "0.97em" },
});
