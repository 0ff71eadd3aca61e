import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type WorkbookSnapshot } from "../../contracts/workbook-snapshot";
import { type EmulatedHost } from "../host/emulated-host-contract";
import { DropSheet } from "./drop-sheet";
import { FormulaBar } from "./formula-bar";
import { MessageLine } from "./message-line";
import { PaneDivider } from "./pane-divider";
import { PaneFrame } from "./pane-frame";
import { type ReadWorkbookFile } from "./read-outcome";
import { SheetGrid } from "./sheet-grid";
import { indexSheet } from "./sheet-index";
import { SheetTabs } from "./sheet-tabs";
import { TitleBar } from "./title-bar";
import { useDroppedFiles } from "./use-dropped-files";
import { useHostSelection } from "./use-host-selection";
import { useOpenWorkbook } from "./use-open-workbook";
import { usePreferences } from "./use-preferences";

const sampleUrl = "/sample/model.xlsx";
const sampleName = "Sample model.xlsx";

const usePageStyles = makeStaticStyles({
  "html, body, #root": { height: "100%", margin: 0, overflow: "hidden" },
});
const useStyles = makeStyles({
  page: { height: "100vh", display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground3 },
  main: { flex: "1 1 0", minHeight: 0, display: "flex" },
  spreadsheet: { flex: "1 1 0", minWidth: 0, display: "flex", flexDirection: "column" },
});

interface WorkbenchProps {
  readonly paneUrl: string;
  readonly readFile: ReadWorkbookFile;
  /** The host that holds this workbook from now on. */
  readonly hostOf: (workbook: WorkbookSnapshot) => EmulatedHost;
  readonly onTheme: (theme: "light" | "dark") => void;
}

/** The page that stands in for Excel: a workbook to look at, with the pane beside it. */
export function Workbench({ paneUrl, readFile, hostOf, onTheme }: WorkbenchProps): ReactElement {
  usePageStyles();
  const styles = useStyles();
  const { theme, chooseTheme, paneWidthPx, resizePane } = usePreferences();
  const [host, setHost] = useState<EmulatedHost | null>(null);
  const [paneWindow, setPaneWindow] = useState<Window | null>(null);
  const [resizing, setResizing] = useState(false);

  const onOpened = useCallback((workbook: WorkbookSnapshot) => setHost(hostOf(workbook)), [hostOf]);
  const { workbook, generation, reading, problem, open, report } = useOpenWorkbook(readFile, onOpened);
  const openFile = useCallback((file: File) => open(file.name, () => file.arrayBuffer()), [open]);
  useOnce(() => open(sampleName, loadSample));

  const dragging = useDroppedFiles(paneWindow, openFile);
  const { sheet, selection, revealed, select, showSheet } = useHostSelection(host, workbook);
  const shownSheet = workbook?.sheets.find(({ name }) => name === sheet);
  const index = useMemo(() => (shownSheet === undefined ? null : indexSheet(shownSheet)), [shownSheet]);

  useEffect(() => {
    onTheme(theme);
    document.documentElement.style.colorScheme = theme;
    // Hosts have no event for a changed theme: a pane looks again when it is focused.
    paneWindow?.dispatchEvent(new Event("focus"));
  }, [theme, onTheme, paneWindow]);
  useEffect(() => {
    document.title = workbook === null ? "Marginalia" : `${workbook.name} – Marginalia`;
  }, [workbook]);

  return (
    <FluentProvider theme={theme === "dark" ? webDarkTheme : webLightTheme} className={styles.page}>
      <TitleBar
        workbookName={workbook?.name ?? null}
        reading={reading}
        theme={theme}
        onOpen={openFile}
        onTheme={chooseTheme}
      />
      {problem !== null && <MessageLine text={problem} onClose={() => report(null)} />}
      <div className={styles.main}>
        <div className={styles.spreadsheet}>
          <FormulaBar index={index} selection={selection} />
          {index !== null && (
            <SheetGrid
              key={`${generation} ${sheet}`}
              index={index}
              selection={selection}
              revealed={revealed}
              onSelect={select}
            />
          )}
          {workbook !== null && (
            <SheetTabs workbook={workbook} sheet={sheet} index={index} selection={selection} onShow={showSheet} />
          )}
        </div>
        <PaneDivider widthPx={paneWidthPx} onResize={resizePane} onDragging={setResizing} />
        <PaneFrame
          url={paneUrl}
          generation={generation}
          widthPx={paneWidthPx}
          inert={resizing}
          theme={theme}
          onWindow={setPaneWindow}
        />
      </div>
      {dragging && <DropSheet />}
    </FluentProvider>
  );
}

async function loadSample(): Promise<ArrayBuffer> {
  const response = await fetch(sampleUrl);
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${sampleUrl}.`);
  return response.arrayBuffer();
}

/** React runs effects twice in its strict mode; the sample is opened once. */
function useOnce(work: () => void): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    work();
  });
}
