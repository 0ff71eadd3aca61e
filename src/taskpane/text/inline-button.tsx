import { mergeClasses } from "@fluentui/react-components";
import { type ComponentProps, type KeyboardEvent } from "react";
import { useInlineStyles } from "./inline.styles";

/**
 * A button that reads and wraps like a word of its sentence. Not a `<button>`: browsers lay that out as one block,
 * so a long quote would break the line around it.
 */
export function InlineButton({
  onActivate,
  className,
  ...rest
}: Omit<ComponentProps<"span">, "onClick" | "onKeyDown"> & { onActivate: () => void; "data-testid"?: string }) {
  const styles = useInlineStyles();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onActivate();
  };
  return (
    <span
      {...rest}
      role="button"
      tabIndex={0}
      className={mergeClasses(styles.inline, className)}
      onClick={onActivate}
      onKeyDown={onKeyDown}
    />
  );
}
