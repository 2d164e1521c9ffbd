// Whose turn it is: round-robin by load, the longest idle first among equals.

export interface Candidate {
  id: string;
  /** Open cases held now. */
  load: number;
  /** When something was last given to this member, epoch ms; 0 for never. */
  lastGivenAt: number;
}

/**
 * Gives `count` cases away one after the other, each to the least loaded then; ties go to whoever has waited longest, then by id.
 * @returns member ids in the order of the cases; empty without candidates
 */
export function takeTurns(candidates: readonly Candidate[], count: number, nowMs: number): string[] {
  const standing = candidates.map((candidate) => ({ ...candidate }));
  const turns: string[] = [];
  if (standing.length === 0) return turns;
  for (let given = 0; given < count; given += 1) {
    const next = standing.reduce((best, one) => (before(one, best) ? one : best));
    next.load += 1;
    // Later gifts of one batch count as later.
    next.lastGivenAt = nowMs + given;
    turns.push(next.id);
  }
  return turns;
}

function before(one: Candidate, other: Candidate): boolean {
  if (one.load !== other.load) return one.load < other.load;
  if (one.lastGivenAt !== other.lastGivenAt) return one.lastGivenAt < other.lastGivenAt;
  return one.id < other.id;
}
