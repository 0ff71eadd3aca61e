import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
} from "@fluentui/react-components";
import { type QuestionIntent } from "../../contracts/intent";
import { type IntentChip, type IntentChoice } from "./intent-edits";
import { useIntentStyles } from "./intent-line.styles";

/** One thing the question was understood as: opens what it could be instead, and to leave it out. */
export function IntentChipMenu({ chip, onSet }: { chip: IntentChip; onSet: (intent: QuestionIntent) => void }) {
  const styles = useIntentStyles();
  const yours = chip.isYours ? ", set by you" : "";
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <button
          type="button"
          data-testid="intent-chip"
          data-part={chip.part}
          className={mergeClasses(styles.chip, chip.isYours && styles.yours)}
          aria-label={`${chip.called}: ${chip.words}${yours}. Change`}
          title={
            chip.isYours ? `${chip.called}, set by you` : `${chip.called}, as the question was read. Click to change.`
          }
        >
          {chip.words}
          {chip.isYours && <span className={styles.yoursWord}>yours</span>}
        </button>
      </MenuTrigger>
      <MenuPopover className={styles.menu}>
        <MenuList>
          <Choices called={chip.called} choices={chip.choices} onSet={onSet} />
          {chip.removed !== null && chip.choices.length > 0 && <MenuDivider />}
          {chip.removed !== null && (
            <MenuItem onClick={() => chip.removed !== null && onSet(chip.removed)}>Leave “{chip.words}” out</MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** What the question was not understood as, and could be. */
export function AddToIntent(props: {
  groups: readonly { readonly called: string; readonly choices: readonly IntentChoice[] }[];
  onSet: (intent: QuestionIntent) => void;
}) {
  const styles = useIntentStyles();
  if (props.groups.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <button
          type="button"
          data-testid="intent-add"
          className={styles.chip}
          aria-label="Add what the question is about"
        >
          + add
        </button>
      </MenuTrigger>
      <MenuPopover className={styles.menu}>
        <MenuList>
          {props.groups.map(({ called, choices }) => (
            <Choices key={called} called={called} choices={choices} onSet={props.onSet} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function Choices(props: { called: string; choices: readonly IntentChoice[]; onSet: (intent: QuestionIntent) => void }) {
  if (props.choices.length === 0) return null;
  return (
    <MenuGroup>
      <MenuGroupHeader>{props.called}</MenuGroupHeader>
      {props.choices.map(({ words, chosen }) => (
        <MenuItem key={words} onClick={() => props.onSet(chosen)}>
          {words}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}
