import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type ReactElement } from "react";

interface MessageLineProps {
  readonly text: string;
  readonly onClose: () => void;
}

/** Why a file was not opened. The workbook before it is still there. */
export function MessageLine({ text, onClose }: MessageLineProps): ReactElement {
  return (
    <MessageBar intent="error" data-testid="message-bar" layout="multiline" shape="square">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button appearance="transparent" icon={<DismissRegular />} aria-label="Close the message" onClick={onClose} />
        }
      />
    </MessageBar>
  );
}
