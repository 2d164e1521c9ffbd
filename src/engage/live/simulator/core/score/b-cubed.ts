// How well found groups fit true ones, seen from each member: B-cubed precision, recall and F1 (Bagga & Baldwin 1998).

export interface BCubed {
  precision: number;
  recall: number;
  f1: number;
  members: number;
}

/**
 * @param members of each the true group and the found one; one without a found group stands alone
 * Precision of a member: share of its found group that is of its true group; recall: share of its true group that is in its found group.
 */
export function bCubed(members: readonly { truth: string; found: string | null }[]): BCubed {
  const truths = new Map<string, number>();
  const founds = new Map<string, number>();
  const both = new Map<string, number>();
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);
  for (const { truth, found } of members) {
    add(truths, truth);
    if (found === null) continue;
    add(founds, found);
    add(both, `${found}\u0000${truth}`);
  }
  let precision = 0;
  let recall = 0;
  for (const { truth, found } of members) {
    const shared = found === null ? 1 : both.get(`${found}\u0000${truth}`)!;
    precision += found === null ? 1 : shared / founds.get(found)!;
    recall += shared / truths.get(truth)!;
  }
  const count = Math.max(1, members.length);
  precision /= count;
  recall /= count;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, members: members.length };
}
