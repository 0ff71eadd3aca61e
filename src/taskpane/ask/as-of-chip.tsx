import { Button, Input, mergeClasses, Popover, PopoverSurface, PopoverTrigger } from "@fluentui/react-components";
import { useState } from "react";
import { isoDateSchema } from "../../contracts/dates";
import { type QuestionIntent } from "../../contracts/intent";
import { withAsOf } from "./intent-edits";
import { useIntentStyles } from "./intent-line.styles";

/** The day after which nothing counts, for this question alone. */
export function AsOfChip({ intent, onSet }: { intent: QuestionIntent; onSet: (intent: QuestionIntent) => void }) {
  const styles = useIntentStyles();
  const [isOpen, setIsOpen] = useState(false);
  const [day, setDay] = useState(intent.asOf ?? "");
  const isYours = intent.edited?.includes("as-of") === true;
  const words = intent.asOf === null ? "any day" : `as of ${intent.asOf}`;
  const keep = (asOf: string | null): void => {
    setIsOpen(false);
    onSet(withAsOf(intent, asOf));
  };
  return (
    <Popover open={isOpen} onOpenChange={(_, { open }) => setIsOpen(open)} trapFocus positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <button
          type="button"
          data-testid="intent-chip"
          data-part="as-of"
          className={mergeClasses(styles.chip, isYours && styles.yours)}
          aria-label={`Known on the day: ${words}${isYours ? ", set by you" : ""}. Change`}
          title="Nothing filed after this day is used. Click to change."
        >
          {words}
          {isYours && <span className={styles.yoursWord}>yours</span>}
        </button>
      </PopoverTrigger>
      <PopoverSurface className={styles.day} aria-label="As of which day">
        <Input
          type="date"
          size="small"
          aria-label="Nothing filed after"
          value={day}
          onChange={(_, { value }) => setDay(value)}
        />
        <Button
          size="small"
          disabledFocusable={!isoDateSchema.safeParse(day).success}
          onClick={() => isoDateSchema.safeParse(day).success && keep(day)}
        >
          Use this day
        </Button>
        {intent.asOf !== null && (
          <Button size="small" appearance="subtle" onClick={() => keep(null)}>
            Use all that is on file
          </Button>
        )}
      </PopoverSurface>
    </Popover>
  );
}
