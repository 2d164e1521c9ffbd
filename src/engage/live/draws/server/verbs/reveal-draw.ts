// Reveals a draw: the seed, the chance everybody could see, and the winners that follow from both.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { drawRevealed } from '../../core/draw.contract.ts';
import { isBeaconSignature, timeOfRound } from '../../core/draw-beacon.ts';
import { hashOfRecord } from '../../core/draw-hash.ts';
import { stateAfter } from '../../core/draw-state.ts';
import { outcomeOf, revealedOf } from '../../core/make-records.ts';
import { findDraw } from '../draw.reads.ts';
import { type DrawRow, lockDraw, savePublished, secretOf, signerFor } from '../draw.store.ts';
import type { DrawDeps } from '../draw-deps.ts';
import { fastHmac } from '../draw-key.ts';
import { readEntries } from '../entries-file.ts';
import { keepDraw } from '../keep-draw.ts';
import { receiptSigner } from '../sign-receipts.ts';

type Refusal = 'forbidden' | 'not_found' | 'wrong_state' | 'too_early' | 'too_late' | 'chance_missing';

/** @param chance the beacon's signature, or what the host read aloud; the comments stand in the closed list already */
export async function revealDraw(
  env: Env,
  deps: Omit<DrawDeps, 'line'>,
  row: DrawRow,
  chance: { beacon: { round: number; signature: string } | null; hostSeed: string | null },
): Promise<Result<DrawRow, Refusal>> {
  // permit
  if (!may(env.actor, 'draw.edit')) return refuse('forbidden');
  const entries = await readEntries(deps.files, row);
  return env.db.write(async (tx) => {
    // load
    const found = await lockDraw(tx, row.id);
    const signer = await signerFor(tx, deps.sealer, env.now);
    // decide
    if (!found?.rules || !found.records || !found.signatures) return refuse('not_found');
    const { rules, records } = found;
    const { closed, opened } = records;
    const next = stateAfter(found.state, 'reveal');
    if (!next || !closed) return refuse('wrong_state');
    const kind = rules.chance.kind;
    const round = rules.chance.kind === 'beacon' ? rules.chance.round : null;
    if (round !== null && env.now.getTime() < timeOfRound(round)) return refuse('too_early');
    if (env.now > found.revealBy!) return refuse('too_late');
    const beacon = round !== null && chance.beacon?.round === round ? chance.beacon : null;
    if (round !== null && (!beacon || !isBeaconSignature(round, beacon.signature))) return refuse('chance_missing');
    const clientSeed = kind === 'host' ? chance.hostSeed : kind === 'comments' ? hashOfRecord(closed.comments) : null;
    if (kind === 'host' && !clientSeed) return refuse('chance_missing');
    const { serverSeed } = secretOf(found, deps.sealer);
    const at = { revealedMs: env.now.getTime(), serverSeed, beacon, clientSeed };
    const revealed = revealedOf(rules, closed, entries.rows, at, fastHmac);
    const receiptOf = receiptSigner(opened, entries.rows, signer);
    const person = (index: number) => ({ name: entries.names[index] ?? '***', receipt: receiptOf(index) });
    const outcome = outcomeOf({ rules, closed, revealed }, entries.rows, [], env.now.getTime(), person, fastHmac)!;
    // save
    const signatures = { ...found.signatures, revealed: signer.sign(revealed), outcome: signer.sign(outcome) };
    const all = { ...records, revealed, outcome };
    await savePublished(tx, row.id, { state: next, records: all, signatures }, env.now);
    await keepDraw(tx, deps.sealer, row.id, 'revealed', all, env.now);
    // tell
    await tell(tx, env, drawRevealed, { subject: row.id, data: { drawId: row.id, roomId: found.roomId } });
    return ok((await findDraw(tx, row.id))!);
  });
}
