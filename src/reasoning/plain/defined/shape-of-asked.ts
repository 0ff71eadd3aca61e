import { conceptById } from "../../../concepts/dictionary";
import { type Asked } from "./asked-tree";

/** A formula without a name stands for the one figure that is asked for. */
export function withNameless(asked: Asked, index: number): Asked | null {
  switch (asked.kind) {
    case "concept":
      return { kind: "defined", index, when: asked.when };
    case "average":
    case "change":
    case "growth":
    case "compound-growth": {
      const of = withNameless(asked.of, index);
      if (of === null) return null;
      return asked.kind === "change" ? { ...asked, of, line: null } : { ...asked, of };
    }
    default:
      return null;
  }
}

/** More than a name: figures put together, or a mean, change or growth of a figure that is itself computed. */
export function isComposite(asked: Asked): boolean {
  switch (asked.kind) {
    case "binary":
    case "mean":
      return true;
    case "average":
      return asked.count !== null || isComputed(asked.of);
    case "change":
    case "growth":
    case "compound-growth":
      return isComputed(asked.of);
    default:
      return false;
  }
}

function isComputed(asked: Asked): boolean {
  return asked.kind !== "concept" || (conceptById(asked.id)?.tags.length ?? 0) === 0;
}
