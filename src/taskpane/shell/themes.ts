import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from "@fluentui/react-components";

/** The colour of ink, not of a warning: margin notes should sit quietly beside a model. */
const ink: BrandVariants = {
  10: "#04070b",
  20: "#0e1a24",
  30: "#152a3b",
  40: "#1b3850",
  50: "#214765",
  60: "#28567b",
  70: "#2f6591",
  80: "#3a74a5",
  90: "#5285b2",
  100: "#6996be",
  110: "#80a7ca",
  120: "#97b8d5",
  130: "#aec9e0",
  140: "#c5d9ea",
  150: "#dde9f3",
  160: "#eff5fa",
};

const dark = createDarkTheme(ink);

export const paneThemes: Record<"light" | "dark", Theme> = {
  light: createLightTheme(ink),
  dark: {
    ...dark,
    colorBrandForeground1: ink[120],
    colorBrandForeground2: ink[130],
    colorBrandForegroundLink: ink[120],
    colorBrandForegroundLinkHover: ink[130],
  },
};

/** Words of a filing stand in a serif, ours in the host's face: a reader sees at once who is speaking. */
export const filingFace = 'Georgia, "Times New Roman", "Noto Serif", serif';
