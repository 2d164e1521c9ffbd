// Brings each open draw on at its times: closes it, reveals it when its chance is there, and voids it when that was not done in time.
import { systemEnv } from '../../../../ground/env.ts';
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import type { JobKind } from '../../../../platform/jobs/job-runner.ts';
import { timeOfRound } from '../core/draw-beacon.ts';
import { findDraw } from './draw.reads.ts';
import type { DrawRow } from './draw.store.ts';
import type { DrawDeps } from './draw-deps.ts';
import { closeDraw } from './verbs/close-draw.ts';
import { endDraw } from './verbs/end-draw.ts';
import { CLOSE_GRACE_MS, DRAW_JOB } from './verbs/open-draw.ts';
import { revealDraw } from './verbs/reveal-draw.ts';

/** A room that is being opened elsewhere or a beacon that is late is asked again after this. */
const AGAIN_MS = 2000;

export function drawJobs(deps: DrawDeps): JobKind<{ drawId: string }>[] {
  return [
    {
      kind: DRAW_JOB,
      parallel: 4,
      async run({ payload, db, now, again }) {
        const next = await stepDraw(deps, db, payload.drawId, now);
        if (next) again(next);
      },
    },
  ];
}

/** Does what is due. @returns when to look again; null when the draw has come to its end */
export async function stepDraw(deps: DrawDeps, db: WorkspaceDb, id: string, now: Date): Promise<Date | null> {
  const env = systemEnv(db, now, 'draws');
  const found = await db.read((tx) => findDraw(tx, id));
  if (!found?.rules || !found.closesAt || !found.revealBy) return null;
  let row: DrawRow = found;
  const soon = () => new Date(now.getTime() + AGAIN_MS);
  const isLate = () => now > row.revealBy!;
  const voided = async () => {
    const done = await endDraw(env, deps, id, { what: 'void', reason: 'not_revealed_in_time' });
    if (done.ok) await deps.line.changed(done.value);
    return null;
  };
  if (row.state === 'open') {
    const closes = new Date(row.closesAt!.getTime() + CLOSE_GRACE_MS);
    if (now < closes) return closes;
    const frozen = await deps.line.freeze(row);
    if (!frozen) return isLate() ? voided() : soon();
    const done = await closeDraw(env, deps, row, frozen);
    if (!done.ok) return null;
    row = done.value;
    await deps.line.changed(row);
  }
  if (row.state !== 'closed') return null;
  const { chance } = row.rules!;
  if (isLate()) return voided();
  if (chance.kind === 'host') return new Date(row.revealBy!.getTime() + 1);
  if (chance.kind === 'beacon' && now.getTime() < timeOfRound(chance.round)) return new Date(timeOfRound(chance.round));
  const beacon = chance.kind === 'beacon' ? await deps.askBeacon(chance.round) : null;
  if (chance.kind === 'beacon' && !beacon) return new Date(Math.min(soon().getTime(), row.revealBy!.getTime() + 1));
  const done = await revealDraw(env, deps, row, { beacon, hostSeed: null });
  if (!done.ok) return soon();
  await deps.line.changed(done.value);
  return null;
}
