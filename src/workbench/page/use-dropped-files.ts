import { useEffect, useState } from "react";

/**
 * Files dropped anywhere on the page. The pane is a page of its own and would swallow the drag, so its window is
 * listened to as well: once a drag is known, a sheet over everything receives the drop.
 */
export function useDroppedFiles(paneWindow: Window | null, onFile: (file: File) => void): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      // Leaving the window has nothing it goes to; leaving one element for another has.
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setDragging(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) onFile(file);
    };
    const end = () => setDragging(false);
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragover", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    window.addEventListener("dragend", end);
    paneWindow?.addEventListener("dragenter", enter);
    paneWindow?.addEventListener("dragover", enter);
    paneWindow?.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragover", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
      window.removeEventListener("dragend", end);
      paneWindow?.removeEventListener("dragenter", enter);
      paneWindow?.removeEventListener("dragover", enter);
      paneWindow?.removeEventListener("drop", drop);
    };
  }, [paneWindow, onFile]);
  return dragging;
}
