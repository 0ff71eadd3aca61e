/** A bullet, a number or an item's name that stands in a column of its own before its text. */
export const listMarker =
  /^(?:[•●▪■○◦·*☐☑☒–—-]|o|§|\(?[a-z0-9]{1,4}[).]|items?\s+[\d.]+[a-c]?(?:\(t\))?[.:]?|part\s+[iv]+[.:]?|note\s+\d+\s*[.:–—-]?)$/i;
