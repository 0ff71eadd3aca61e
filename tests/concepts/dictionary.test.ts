import { concepts, conceptById } from "../../src/concepts/dictionary";
import { operandsOf } from "../../src/concepts/formula";
import { conceptIdSchema } from "../../src/contracts/concept";

const ids = new Set(concepts.map((concept) => concept.id));

describe("the dictionary", () => {
  it("holds at least three hundred concepts, each id once and well formed", () => {
    expect(concepts.length).toBeGreaterThanOrEqual(300);
    expect(ids.size).toBe(concepts.length);
    for (const id of ids) expect(conceptIdSchema.safeParse(id).success).toBe(true);
  });

  it("refers only to concepts it holds", () => {
    const strangers = concepts.flatMap((concept) =>
      [...concept.neighbours, ...concept.interchangeable, ...concept.formulas.flatMap(operandsOf)].filter(
        (id) => !ids.has(id),
      ),
    );
    expect(strangers).toEqual([]);
  });

  it("defines nothing by itself in the same period", () => {
    const circular = concepts.filter((concept) =>
      concept.formulas.some((formula) => formula.op === "concept" && formula.concept === concept.id),
    );
    expect(circular).toEqual([]);
  });

  it("writes every tag qualified", () => {
    const odd = concepts
      .flatMap((concept) => concept.tags)
      .filter((tag) => !/^(us-gaap|dei):[A-Z][A-Za-z]+$/u.test(tag));
    expect(odd).toEqual([]);
  });

  it("finds a concept by id", () => {
    expect(conceptById("wacc")?.name).toBe("WACC");
    expect(conceptById("no-such-concept")).toBeNull();
  });
});
