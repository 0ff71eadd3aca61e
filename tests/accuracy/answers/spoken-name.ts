/** "HARROW MILLS, INC." as people write it: "Harrow Mills". */
export function spokenName(registered: string): string {
  const bare = registered
    .replace(/\/[A-Z]{2,3}\/?\s*$/, "")
    .replace(/,?\s+(?:inc|corp|corporation|co|company|ltd|plc|group holdings)\.?\s*$/i, "")
    .replace(/\.com\b/i, "");
  return bare === bare.toUpperCase() && bare.length > 4
    ? bare.toLowerCase().replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase())
    : bare;
}
