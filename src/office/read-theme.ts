import { type OfficeRealm } from "./office-realm";

/** Excel's theme now; there is no event for a change, so ask again when the pane comes into focus. */
export function readTheme(realm: OfficeRealm): "light" | "dark" {
  const theme = (realm.Office.context as { officeTheme?: Partial<Office.OfficeTheme> }).officeTheme;
  if (theme?.isDarkTheme === true) return "dark";
  const luminance = luminanceOf(theme?.bodyBackgroundColor);
  if (luminance !== null) return luminance < 0.5 ? "dark" : "light";
  return globalThis.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** 0 black to 1 white; null where the text is no #rrggbb. */
function luminanceOf(color: string | undefined): number | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? "");
  if (match === null) return null;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16) / 255) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
