// The tree of causes: who hangs under whom, how deep it may go, and the chain of whys that leads to a root.

export interface Rooted {
  id: string;
  parentId: string | null;
}

/** A cause may answer "why" to another at most this often. */
export const DEEPEST = 8;
export const MOST_CAUSES = 200;

/** How many whys a cause stands from the problem itself: 1 for one on a bone. */
export function depthOf(causes: readonly Rooted[], id: string | null): number {
  const byId = new Map(causes.map((one) => [one.id, one]));
  let depth = 0;
  for (let at = id ? byId.get(id) : undefined; at && depth <= causes.length; depth += 1)
    at = at.parentId ? byId.get(at.parentId) : undefined;
  return depth;
}

/** The children of each cause, in the order given; '' holds those on the bones. */
export function childrenOf<T extends Rooted>(causes: readonly T[]): Map<string, T[]> {
  const children = new Map<string, T[]>();
  for (const one of causes) {
    const key = one.parentId ?? '';
    children.set(key, [...(children.get(key) ?? []), one]);
  }
  return children;
}

/** Causes with nothing below: where the asking stopped. */
export function endsOf<T extends Rooted>(causes: readonly T[]): T[] {
  const asked = new Set(causes.map((one) => one.parentId));
  return causes.filter((one) => !asked.has(one.id));
}
