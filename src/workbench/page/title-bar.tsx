import { Button, makeStyles, ProgressBar, Text, tokens, Tooltip } from "@fluentui/react-components";
import { FolderOpenRegular, WeatherMoonRegular, WeatherSunnyRegular } from "@fluentui/react-icons";
import { type ChangeEvent, type ReactElement, useRef } from "react";
import { type ThemeChoice } from "./use-preferences";

const useStyles = makeStyles({
  bar: {
    position: "relative",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    height: "44px",
    flex: "none",
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
  push: { flex: "1 1 0" },
  progress: { position: "absolute", left: 0, right: 0, bottom: 0 },
  file: { display: "none" },
});

interface TitleBarProps {
  readonly workbookName: string | null;
  readonly reading: string | null;
  readonly theme: "light" | "dark";
  readonly onOpen: (file: File) => void;
  readonly onTheme: (theme: ThemeChoice) => void;
}

export function TitleBar({ workbookName, reading, theme, onOpen, onTheme }: TitleBarProps): ReactElement {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file !== undefined) onOpen(file);
    // The same file may be chosen again after it was changed.
    event.target.value = "";
  };
  const other = theme === "dark" ? "light" : "dark";
  return (
    <header className={styles.bar}>
      <Text weight="semibold" className={styles.name} data-testid="workbook-name">
        {workbookName ?? "Marginalia"}
      </Text>
      <Text size={200} className={styles.quiet} aria-live="polite">
        {reading === null ? "Read only: stands in for Excel" : `Reading ${reading}…`}
      </Text>
      <div className={styles.push} />
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".xlsx,.xlsm"
        data-testid="open-file"
        aria-label="Open a workbook"
        onChange={onChange}
      />
      <Button size="small" icon={<FolderOpenRegular />} onClick={() => input.current?.click()}>
        Open .xlsx
      </Button>
      <Tooltip content={`Use ${other} colours`} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          data-testid="theme-toggle"
          icon={theme === "dark" ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
          onClick={() => onTheme(other)}
        />
      </Tooltip>
      {reading !== null && <ProgressBar className={styles.progress} thickness="medium" />}
    </header>
  );
}
