import { useCallback, useEffect, useState } from "react";

export type ThemeChoice = "system" | "light" | "dark";

export const narrowestPanePx = 320;
export const widestPanePx = 600;
const usualPanePx = 400;

const themeKey = "marginalia.workbench.theme";
const widthKey = "marginalia.workbench.paneWidthPx";

/** The two things the workbench remembers: the theme and the width of the pane. */
export function usePreferences() {
  const [choice, setChoice] = useState<ThemeChoice>(readTheme);
  const [paneWidthPx, setPaneWidthPx] = useState(readWidth);
  const systemIsDark = useSystemIsDark();
  const chooseTheme = useCallback((theme: ThemeChoice) => {
    setChoice(theme);
    remember(themeKey, theme);
  }, []);
  const resizePane = useCallback((widthPx: number) => {
    const width = clampPaneWidth(widthPx);
    setPaneWidthPx(width);
    remember(widthKey, String(width));
  }, []);
  const theme: "light" | "dark" = choice === "system" ? (systemIsDark ? "dark" : "light") : choice;
  return { theme, chooseTheme, paneWidthPx, resizePane };
}

export function clampPaneWidth(widthPx: number): number {
  return Math.round(Math.min(widestPanePx, Math.max(narrowestPanePx, widthPx)));
}

function useSystemIsDark(): boolean {
  const [isDark, setIsDark] = useState(() => window.matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const query = window.matchMedia("(prefers-color-scheme: dark)");
    const listen = () => setIsDark(query.matches);
    query.addEventListener("change", listen);
    return () => query.removeEventListener("change", listen);
  }, []);
  return isDark;
}

function readTheme(): ThemeChoice {
  const stored = recall(themeKey);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function readWidth(): number {
  const stored = Number(recall(widthKey));
  return Number.isFinite(stored) && stored > 0 ? clampPaneWidth(stored) : usualPanePx;
}

/** Storage may be refused (private windows): then nothing is remembered and nothing breaks. */
function recall(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    return;
  }
}
