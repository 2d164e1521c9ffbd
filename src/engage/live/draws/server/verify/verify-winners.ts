// Draws again and follows every prize to who has it now: for the check of the command line.
import type { DrawFile } from '../../core/draw-file.contract.ts';
import { drawAgain, seed } from './recompute.ts';
import type { Say } from './verify-draw.ts';

/** Picks, winners and claims as the file says against those that follow from its seed and list. */
export function checkWinners(file: DrawFile, say: Say): void {
  const { rules, entries } = file;
  const outcome = file.outcome!;
  const out = new Set(file.closed!.exclusions.map((one) => one.index));
  const tickets = entries.map((row, index) => (out.has(index) ? 0 : row[3]));
  const prizes: number[] = [];
  rules.prizes.forEach((prize, at) => {
    for (let piece = 0; piece < prize.count; piece += 1) prizes.push(at);
  });
  const order = drawAgain(seed(file), tickets, prizes.length + outcome.claims.length);
  if (file.revealed!.picks.join() !== order.slice(0, prizes.length).join()) say('picks', 'picks_differ');

  const winners = followed(file, prizes, order, say);
  if (winners.length !== outcome.winners.length) say('winners', 'winner_differs');
  outcome.winners.forEach((winner, at) => {
    const due = winners[at];
    const isDue =
      due !== undefined &&
      winner.position === at &&
      winner.index === due.index &&
      winner.pid === entries[due.index]?.[0] &&
      winner.prize === due.prize &&
      winner.state === due.state &&
      Date.parse(winner.awardedAt) === due.from;
    if (!isDue) say('winners', 'winner_differs', String(at));
    if (out.has(winner.index)) say('winners', 'winner_excluded', String(at));
  });
}

interface Due {
  index: number;
  prize: number;
  from: number;
  state: string;
}

function followed(file: DrawFile, prizes: readonly number[], order: readonly number[], say: Say): Due[] {
  const { claim } = file.rules;
  const revealedMs = Date.parse(file.revealed!.revealedAt);
  const held: Due[] = [];
  prizes.forEach((prize, at) => {
    const index = order[at];
    if (index !== undefined) held.push({ index, prize, from: revealedMs, state: 'waiting' });
  });
  let last = revealedMs;
  for (const [at, one] of file.outcome!.claims.entries()) {
    const due = held[one.position];
    const ms = Date.parse(one.at);
    const isEarly = due !== undefined && one.what === 'lapsed' && ms - due.from < claim.hours * 60 * 60 * 1000;
    if (due?.state !== 'waiting' || ms < due.from || ms < last || isEarly) {
      say('claims', 'claim_wrong', String(at));
      continue;
    }
    last = ms;
    due.state = one.what;
    const next = order[held.length];
    if (one.what !== 'claimed' && claim.unclaimed === 'next' && next !== undefined) {
      held.push({ index: next, prize: due.prize, from: ms, state: 'waiting' });
    }
  }
  if (Date.parse(file.outcome!.at) < last) say('claims', 'claim_wrong');
  return held;
}
