import { useEffect, useState } from "react";
import { type WorkbookHost } from "../../contracts/workbook-host";

/** The host's theme, read again on focus: Excel has no event for its change. */
export function useHostTheme(host: WorkbookHost): "light" | "dark" {
  const [theme, setTheme] = useState(() => host.theme());
  useEffect(() => {
    const readAgain = (): void => setTheme(host.theme());
    const preference = window.matchMedia("(prefers-color-scheme: dark)");
    window.addEventListener("focus", readAgain);
    preference.addEventListener("change", readAgain);
    return () => {
      window.removeEventListener("focus", readAgain);
      preference.removeEventListener("change", readAgain);
    };
  }, [host]);
  return theme;
}
