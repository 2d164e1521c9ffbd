// Writes down what became of a prize: claimed, declined, or lapsed after its time; then it goes to the next place drawn, for all to see.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { drawClaimed } from '../../core/draw.contract.ts';
import type { Claim } from '../../core/draw-file.contract.ts';
import { stateAfter } from '../../core/draw-state.ts';
import { outcomeOf } from '../../core/make-records.ts';
import { findDraw } from '../draw.reads.ts';
import { type DrawRow, lockDraw, savePublished, signerFor } from '../draw.store.ts';
import type { DrawDeps } from '../draw-deps.ts';
import { fastHmac } from '../draw-key.ts';
import { readEntries } from '../entries-file.ts';
import { keepDraw } from '../keep-draw.ts';
import { receiptSigner } from '../sign-receipts.ts';

export async function claimPrize(
  env: Env,
  deps: Omit<DrawDeps, 'line'>,
  id: string,
  input: { position: number; what: Claim['what'] },
): Promise<Result<DrawRow, 'forbidden' | 'not_found' | 'wrong_state' | 'claim_not_due'>> {
  // permit
  if (!may(env.actor, 'draw.edit')) return refuse('forbidden');
  const before = await env.db.read((tx) => findDraw(tx, id));
  if (!before) return refuse('not_found');
  const entries = await readEntries(deps.files, before);
  return env.db.write(async (tx) => {
    // load
    const found = await lockDraw(tx, id);
    const signer = await signerFor(tx, deps.sealer, env.now);
    // decide
    if (!found) return refuse('not_found');
    const { rules, records, signatures } = found;
    if (!stateAfter(found.state, 'claim') || !rules || !records?.closed || !records.revealed || !records.outcome) {
      return refuse('wrong_state');
    }
    const claims = [...records.outcome.claims, { at: env.now.toISOString(), ...input }];
    const known = new Map(records.outcome.winners.map((winner) => [winner.index, winner.receipt]));
    let signs: ((index: number) => string) | undefined;
    const receiptOf = (index: number) => {
      signs ??= receiptSigner(records.opened, entries.rows, signer);
      return signs(index);
    };
    const person = (index: number) => ({
      name: entries.names[index] ?? '***',
      receipt: known.get(index) ?? receiptOf(index),
    });
    const { closed, revealed } = records;
    const outcome = outcomeOf({ rules, closed, revealed }, entries.rows, claims, env.now.getTime(), person, fastHmac);
    if (!outcome) return refuse('claim_not_due', [{ path: 'position', code: 'claim_not_due' }]);
    // save
    const all = { ...records, outcome };
    const signed = { ...signatures!, outcome: signer.sign(outcome) };
    await savePublished(tx, id, { state: found.state, records: all, signatures: signed }, env.now);
    await keepDraw(tx, deps.sealer, id, 'claimed', all, env.now);
    // tell
    await tell(tx, env, drawClaimed, { subject: id, data: { drawId: id, roomId: found.roomId } });
    return ok((await findDraw(tx, id))!);
  });
}
