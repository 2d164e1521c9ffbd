// Freezes the list of a draw: its root is published before anybody can know the chance.
import { type Env, tell } from '../../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { drawClosed } from '../../core/draw.contract.ts';
import { REVEAL_WITHIN_MS } from '../../core/draw-beacon.ts';
import type { ClosedRecord } from '../../core/draw-file.contract.ts';
import { stateAfter } from '../../core/draw-state.ts';
import { closedOf } from '../../core/make-records.ts';
import { findDraw } from '../draw.reads.ts';
import { type DrawRow, lockDraw, readExclusions, savePublished, signerFor } from '../draw.store.ts';
import type { DrawDeps } from '../draw-deps.ts';
import type { FrozenList } from '../draw-play.ts';
import { keepEntries, recordEntries } from '../entries-file.ts';
import { keepDraw } from '../keep-draw.ts';

/** Only the product itself closes a draw: at its time, or when its show ends. */
export async function closeDraw(
  env: Env,
  deps: Omit<DrawDeps, 'line'>,
  row: DrawRow,
  frozen: { list: FrozenList; comments: NonNullable<ClosedRecord['comments']> },
): Promise<Result<DrawRow, 'forbidden' | 'not_found' | 'wrong_state'>> {
  // permit
  if (env.actor.kind !== 'system') return refuse('forbidden');
  const { id } = row;
  const { list } = frozen.list;
  const kept = await keepEntries(deps.files, env.workspace, frozen.list);
  const done = await env.db.write(async (tx) => {
    // load
    const found = await lockDraw(tx, id);
    const excluded = await readExclusions(tx, id);
    const signer = await signerFor(tx, deps.sealer, env.now);
    // decide
    if (!found?.rules || !found.records || !found.signatures) return refuse('not_found');
    if (!stateAfter(found.state, 'close')) return refuse('wrong_state');
    const closedMs = Math.min(env.now.getTime(), Date.parse(found.rules.closesAt));
    const exclusions = excluded
      .flatMap(({ pid, reason }) => {
        const index = list.indexOf(pid);
        return index === null ? [] : [{ index, pid, reason }];
      })
      .sort((a, b) => a.index - b.index);
    const { chance } = found.rules;
    const comments = chance.kind === 'comments' ? frozen.comments.slice(-chance.last) : null;
    const closed = closedOf(found.records.opened, list, {
      closedMs,
      rejected: frozen.list.rejected,
      exclusions,
      comments,
    });
    // save
    await recordEntries(tx, kept, env.now);
    const records = { ...found.records, closed };
    const next = {
      state: 'closed' as const,
      records,
      signatures: { ...found.signatures, closed: signer.sign(closed) },
      entriesFileId: kept.id,
    };
    const revealBy = chance.kind === 'beacon' ? {} : { revealBy: new Date(closedMs + REVEAL_WITHIN_MS) };
    await savePublished(tx, id, { ...next, ...revealBy }, env.now);
    await keepDraw(tx, deps.sealer, id, 'closed', records, env.now);
    // tell
    await tell(tx, env, drawClosed, { subject: id, data: { drawId: id, roomId: found.roomId } });
    return ok((await findDraw(tx, id))!);
  });
  if (!done.ok) await deps.files.remove(env.workspace, kept.id);
  return done;
}
