import { mergeClasses } from "@fluentui/react-components";
import { usePaneActions } from "../shell/pane-actions";
import { useInlineStyles } from "./inline.styles";

/** A cell or range that moves the grid's cursor. */
export function PlaceLink({ sheet, range, shown }: { sheet: string; range: string; shown: string }) {
  const styles = useInlineStyles();
  const actions = usePaneActions();
  return (
    <button
      type="button"
      data-testid="place"
      title={`Go to ${sheet}!${range}`}
      className={mergeClasses(styles.inline, styles.place)}
      onClick={() => actions.goTo({ sheet, range })}
    >
      {shown}
    </button>
  );
}
