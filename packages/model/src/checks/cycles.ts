/**
 * A cycle of a graph given as name -> names, in order; undefined when there is none. Not recursive: a template may have
 * any number of steps. Of all cycles, the one found from the first name in the graph's own order.
 */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of graph.keys()) {
    const trail: string[] = [];
    const onTrail = new Set<string>();
    const pending: { name: string; next: number }[] = [{ name: start, next: 0 }];
    while (pending.length > 0) {
      const top = pending.at(-1);
      if (top === undefined) break;
      if (top.next === 0) {
        if (done.has(top.name)) {
          pending.pop();
          continue;
        }
        trail.push(top.name);
        onTrail.add(top.name);
      }
      const after = graph.get(top.name)?.[top.next++];
      if (after === undefined) {
        pending.pop();
        trail.pop();
        onTrail.delete(top.name);
        done.add(top.name);
      } else if (onTrail.has(after)) return trail.slice(trail.indexOf(after));
      else if (graph.has(after)) pending.push({ name: after, next: 0 });
    }
  }
  return undefined;
}
