// Finding and replacing parts of a source by its syntax tree, for the build's own steps.

export interface Place {
  start: number;
  end: number;
}

/** Every node of a syntax tree that is one of those looked for. */
export function findNodes<N extends Place>(tree: unknown, isOne: (node: object) => node is N): N[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const below = Object.values(tree).flatMap((part) => findNodes(part, isOne));
  return isOne(tree) ? [tree, ...below] : below;
}

/** The code with each of these places written anew. */
export function replaceNodes<N extends Place>(code: string, nodes: readonly N[], write: (node: N) => string): string {
  // From the end, so that places before it keep theirs.
  return [...nodes]
    .sort((a, b) => b.start - a.start)
    .reduce((text, node) => text.slice(0, node.start) + write(node) + text.slice(node.end), code);
}
