/** " million" after a figure that a model shows in millions; nothing where it shows single units or does not say. */
export function scaleWord(scale: number | null): string {
  switch (scale) {
    case 1e3:
      return " thousand";
    case 1e6:
      return " million";
    case 1e9:
      return " billion";
    default:
      return "";
  }
}
