import { Combobox, Input, Option } from "@fluentui/react-components";
import { useId, useState } from "react";
import { type IsoDate, isoDateSchema } from "../../contracts/dates";
import { usePaneStyles } from "./pane.styles";

/** Which company, and as of which day: they go with every request. */
export function ContextControls(props: {
  company: string | null;
  companies: readonly string[];
  onCompany: (company: string | null) => void;
  asOf: IsoDate;
  onAsOf: (asOf: IsoDate) => void;
}) {
  const styles = usePaneStyles();
  const companyId = useId();
  const asOfId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const companies = props.companies.filter(
    (company) => typed === null || company.toLowerCase().includes(typed.trim().toLowerCase()),
  );
  const keep = (text: string): void => {
    setTyped(null);
    // What was typed is taken: the list would lie over the tabs.
    setIsOpen(false);
    props.onCompany(text.trim() === "" ? null : text.trim());
  };
  return (
    <div className={styles.head}>
      <div className={styles.company}>
        <label htmlFor={companyId} className={styles.label}>
          Company
        </label>
        <Combobox
          id={companyId}
          size="small"
          freeform
          open={isOpen && companies.length > 0}
          onOpenChange={(event, { open }) => {
            // Enter takes what was typed; it would open the list again.
            const isEnter = "key" in event && event.key === "Enter";
            if (!open || !isEnter) setIsOpen(open);
          }}
          className={styles.field}
          placeholder="None named"
          value={typed ?? props.company ?? ""}
          selectedOptions={props.company === null ? [] : [props.company]}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onOptionSelect={(_, { optionValue }) => {
            // Typing over a chosen company takes its choice away first: that is not yet a choice of none.
            if (optionValue !== undefined) keep(optionValue);
          }}
          onKeyDown={(event) => {
            // With an option in sight Enter chooses it; without one it takes what was typed.
            const hasOption = event.currentTarget.hasAttribute("aria-activedescendant");
            if (event.key === "Enter" && typed !== null && !hasOption) keep(typed);
          }}
          onBlur={() => typed !== null && keep(typed)}
        >
          {companies.map((company) => (
            <Option key={company}>{company}</Option>
          ))}
        </Combobox>
      </div>
      <div className={styles.asOf}>
        <label htmlFor={asOfId} className={styles.label}>
          As of
        </label>
        <Input
          id={asOfId}
          size="small"
          type="date"
          className={styles.field}
          value={props.asOf}
          onChange={(_, { value }) => isoDateSchema.safeParse(value).success && props.onAsOf(value)}
        />
      </div>
    </div>
  );
}
