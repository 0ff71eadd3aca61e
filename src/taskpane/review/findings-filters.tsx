import { Select, Switch } from "@fluentui/react-components";
import { type Severity } from "../../contracts/finding";
import { useReviewTabStyles } from "./review-tab.styles";
import { type ShownFindings } from "./use-shown-findings";

export function FindingsFilters({ findings }: { findings: ShownFindings }) {
  const styles = useReviewTabStyles();
  return (
    <div className={styles.filters} role="group" aria-label="Filter the comments">
      <Select
        size="small"
        aria-label="Severity"
        className={styles.filter}
        value={findings.severity}
        onChange={(_, { value }) => findings.setSeverity(value as Severity | "all")}
      >
        <option value="all">Every severity</option>
        <option value="high">High</option>
        <option value="medium">Medium</option>
        <option value="low">Low</option>
      </Select>
      <Select
        size="small"
        aria-label="Sheet"
        className={styles.filter}
        value={findings.sheet}
        onChange={(_, { value }) => findings.setSheet(value)}
      >
        <option value="">Every sheet</option>
        {findings.sheets.map((sheet) => (
          <option key={sheet} value={sheet}>
            {sheet}
          </option>
        ))}
      </Select>
      {findings.setAside > 0 && (
        <Switch
          label={`${findings.setAside} set aside`}
          checked={findings.showsSetAside}
          onChange={(_, { checked }) => findings.setShowsSetAside(checked)}
        />
      )}
    </div>
  );
}
