// Who has which prize, from the order of drawing and what became of each prize: an unclaimed one goes to the next place, for all to see.
import type { Claim } from './draw-file.contract.ts';
import type { DrawRules } from './draw-rules.contract.ts';

export interface Award {
  /** Place in the order of drawing. */
  position: number;
  /** Place in the list of prizes. */
  prize: number;
  awardedMs: number;
  state: 'waiting' | 'claimed' | 'lapsed' | 'declined';
}

/** How many places the prizes need before anything lapses. */
export function winnersWanted(rules: { prizes: readonly { count: number }[] }): number {
  return rules.prizes.reduce((sum, prize) => sum + prize.count, 0);
}

/**
 * @param claims in the order they were written
 * @param drawable how many places can be drawn at all
 * @returns awards in the order of drawing; null when a claim does not fit what was before it
 */
export function awardsOf(
  rules: DrawRules,
  revealedMs: number,
  claims: readonly Claim[],
  drawable: number,
): Award[] | null {
  const prizes = rules.prizes.flatMap((prize, at) => new Array<number>(prize.count).fill(at));
  const awards: Award[] = prizes
    .slice(0, drawable)
    .map((prize, position) => ({ position, prize, awardedMs: revealedMs, state: 'waiting' as const }));
  for (const claim of claims) {
    const award = awards[claim.position];
    const atMs = Date.parse(claim.at);
    if (award?.state !== 'waiting' || atMs < award.awardedMs) return null;
    if (claim.what === 'lapsed' && atMs < award.awardedMs + rules.claim.hours * 3_600_000) return null;
    award.state = claim.what;
    if (claim.what !== 'claimed' && rules.claim.unclaimed === 'next' && awards.length < drawable) {
      awards.push({ position: awards.length, prize: award.prize, awardedMs: atMs, state: 'waiting' });
    }
  }
  return awards;
}
