const unseen = -1;

/**
 * Strongly connected groups of more than one vertex, and vertices that lead to themselves (Tarjan, without recursion).
 * `edgesOf` may name vertices beyond `count`; those are searched through but never reported.
 */
export function findCircles(count: number, edgesOf: (vertex: number) => readonly number[]): number[][] {
  // Filled before use: an array with holes would turn into a slow table.
  const order: number[] = new Array<number>(count).fill(unseen);
  const low: number[] = new Array<number>(count).fill(unseen);
  const onStack: boolean[] = new Array<boolean>(count).fill(false);
  let entered = 0;
  const stack: number[] = [];
  const circles: number[][] = [];

  for (let root = 0; root < count; root++) {
    if (order[root] !== unseen) continue;
    const path: { vertex: number; edges: readonly number[]; next: number }[] = [];
    const enter = (vertex: number) => {
      order[vertex] = low[vertex] = entered++;
      stack.push(vertex);
      onStack[vertex] = true;
      path.push({ vertex, edges: edgesOf(vertex), next: 0 });
    };
    enter(root);
    while (path.length > 0) {
      const step = path.at(-1)!;
      if (step.next < step.edges.length) {
        const target = step.edges[step.next++]!;
        const seenAt = order[target];
        if (seenAt === undefined || seenAt === unseen) enter(target);
        else if (onStack[target] === true) low[step.vertex] = Math.min(low[step.vertex]!, seenAt);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent.vertex] = Math.min(low[parent.vertex]!, low[step.vertex]!);
      if (low[step.vertex] === order[step.vertex]) closeGroup(step.vertex, step.edges);
    }
  }
  return circles;

  function closeGroup(vertex: number, edges: readonly number[]): void {
    const group: number[] = [];
    for (;;) {
      const member = stack.pop()!;
      onStack[member] = false;
      group.push(member);
      if (member === vertex) break;
    }
    if (group.length === 1 && !edges.includes(vertex)) return;
    const reported = group.filter((member) => member < count);
    if (reported.length > 0) circles.push(reported);
  }
}
