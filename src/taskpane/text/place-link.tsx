import { usePaneActions } from "../shell/pane-actions";
import { InlineButton } from "./inline-button";
import { useInlineStyles } from "./inline.styles";

/** A cell or range that moves the grid's cursor. */
export function PlaceLink({ sheet, range, shown }: { sheet: string; range: string; shown: string }) {
  const styles = useInlineStyles();
  const actions = usePaneActions();
  return (
    <InlineButton
      data-testid="place"
      title={`Go to ${sheet}!${range}`}
      className={styles.place}
      onActivate={() => actions.goTo({ sheet, range })}
    >
      {shown}
    </InlineButton>
  );
}
