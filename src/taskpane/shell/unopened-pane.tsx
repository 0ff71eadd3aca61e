import { FluentProvider } from "@fluentui/react-components";
import { FullPaneMessage } from "./full-pane-message";
import { paneThemes } from "./themes";

/** The pane where there is no workbook to read. */
export function UnopenedPane({ words }: { words: string }) {
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  return (
    <FluentProvider theme={paneThemes[prefersDark ? "dark" : "light"]} style={{ height: "100%" }}>
      <FullPaneMessage title="No workbook to read" words={words} />
    </FluentProvider>
  );
}
