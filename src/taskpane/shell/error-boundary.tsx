import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { isAppError } from "../../contracts/app-error";
import { FullPaneMessage } from "./full-pane-message";

/** A broken part of the pane says so in one sentence; the workbook was never in danger. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <FullPaneMessage
        title="The pane stumbled"
        words={
          isAppError(error) ? error.message : "A part of the pane could not be shown. The workbook was not touched."
        }
      >
        <Button onClick={() => this.setState({ error: null })}>Show the pane again</Button>
      </FullPaneMessage>
    );
  }
}
