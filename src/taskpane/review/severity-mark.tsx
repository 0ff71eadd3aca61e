import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { type Severity } from "../../contracts/finding";

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    gap: "3px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
  high: { color: tokens.colorStatusDangerForeground1 },
  medium: { color: tokens.colorStatusWarningForeground1 },
  low: { color: tokens.colorNeutralForeground3 },
});

const icons = { high: ErrorCircleRegular, medium: WarningRegular, low: InfoRegular };
const words: Record<Severity, string> = { high: "High", medium: "Medium", low: "Low" };

/** How serious, in a shape and a word: colour only repeats it. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const styles = useStyles();
  const Icon = icons[severity];
  return (
    <span className={mergeClasses(styles.mark, styles[severity])}>
      <Icon aria-hidden />
      {words[severity]}
    </span>
  );
}
