import { fireEvent, render, screen } from "@testing-library/react";
import { PaneFrame } from "../../../src/workbench/page/pane-frame";

function openFrame(): { frame: HTMLIFrameElement; windows: (Window | null)[] } {
  const windows: (Window | null)[] = [];
  render(
    <PaneFrame
      url="/pane/index.html"
      generation={1}
      widthPx={400}
      inert={false}
      theme="light"
      onWindow={(paneWindow) => windows.push(paneWindow)}
    />,
  );
  const frame = screen.getByTestId<HTMLIFrameElement>("pane");
  windows.length = 0;
  return { frame, windows };
}

describe("the pane's frame", () => {
  it("hands over the pane's window once it has loaded", () => {
    const { frame, windows } = openFrame();
    fireEvent.load(frame);
    expect(windows).toEqual([frame.contentWindow]);
  });

  it("hands over nothing where the browser's own error page stands in its place", () => {
    const { frame, windows } = openFrame();
    Object.defineProperty(frame, "contentDocument", { value: null });
    fireEvent.load(frame);
    expect(windows).toEqual([null]);
  });
});
