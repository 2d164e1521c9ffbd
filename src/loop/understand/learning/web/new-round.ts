// A round of ten voices drawn by lot: where it is checked, and a name so that its answers can be counted.

/** Voices of one round. */
export const ROUND = 10;

/** The address part that begins a round in `/review-labels`. */
export function newRound(): { from: 'sample'; round: string } {
  return { from: 'sample', round: Date.now().toString(36) };
}
