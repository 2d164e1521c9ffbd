// Opens a draw: from now on its rules are fixed, its seed is committed to, and its chance is named.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import { faultsOfRules, rulesOf } from '../../core/check-rules.ts';
import { type DrawView, drawOpened } from '../../core/draw.contract.ts';
import { REVEAL_WITHIN_MS, timeOfRound } from '../../core/draw-beacon.ts';
import { stateAfter } from '../../core/draw-state.ts';
import { openedOf } from '../../core/make-records.ts';
import { drawViewOf, findDraw } from '../draw.reads.ts';
import { lockDraw, type Records, saveOpening, signerFor } from '../draw.store.ts';
import type { DrawDeps } from '../draw-deps.ts';
import { namesIn, newDrawSecret } from '../draw-key.ts';
import { keepDraw } from '../keep-draw.ts';

export const DRAW_JOB = 'draw.step';
/** Entries under way at the close are waited for. */
export const CLOSE_GRACE_MS = 500;

type Refusal = 'forbidden' | 'not_found' | 'rules_fixed' | 'rules_incomplete' | 'no_show';

export async function openDraw(env: Env, deps: DrawDeps, id: string): Promise<Result<DrawView, Refusal>> {
  // permit
  if (!may(env.actor, 'draw.edit')) return refuse('forbidden');
  const before = await env.db.read((tx) => findDraw(tx, id));
  if (!before) return refuse('not_found');
  const show = deps.line.show(env.workspace, before.roomId);
  // Asked now, so that the rules can name the round: whoever checks knows it before the first entry.
  const isBeaconThere = show !== null && (await deps.askBeacon('latest')) !== null;
  const secret = newDrawSecret();
  const done = await env.db.write(async (tx) => {
    // load
    const row = await lockDraw(tx, id);
    const signer = await signerFor(tx, deps.sealer, env.now);
    // decide
    if (!row) return refuse('not_found');
    if (!stateAfter(row.state, 'open')) return refuse('rules_fixed');
    const faults = faultsOfRules(row.draft);
    if (faults.length > 0) return refuse('rules_incomplete', faults);
    if (!show) return refuse('no_show');
    const nameOf = namesIn(secret);
    const barred = new Map(row.draft.staff.map((one) => [nameOf(show.uidOf(one.source, one.uid)).pid, one.reason]));
    const rules = rulesOf(row.draft, {
      drawId: id,
      opensMs: deps.now().getTime(),
      chance: isBeaconThere ? 'beacon' : row.draft.withoutNetwork,
      perNetworkAndMinute: deps.line.perNetworkAndMinute,
      excluded: [...barred].map(([pid, reason]) => ({ pid, reason })).sort((a, b) => (a.pid < b.pid ? -1 : 1)),
    });
    const opened = openedOf(rules, secret.serverSeed, signer.publicKey);
    // save
    const records: Records = { opened, closed: null, revealed: null, outcome: null, ended: null };
    const closesMs = Date.parse(rules.closesAt);
    const chanceMs = rules.chance.kind === 'beacon' ? timeOfRound(rules.chance.round) : closesMs;
    await saveOpening(
      tx,
      id,
      {
        sessionId: show.sessionId,
        rules,
        records,
        signatures: { opened: signer.sign(opened), closed: null, revealed: null, outcome: null, ended: null },
        secretSealed: deps.sealer.seal(tx.workspaceId, JSON.stringify(secret)),
        closesAt: new Date(closesMs),
        revealBy: new Date(chanceMs + REVEAL_WITHIN_MS),
      },
      env.now,
    );
    await enqueueJobs(
      tx,
      [
        {
          kind: DRAW_JOB,
          key: id,
          payload: { drawId: id },
          runAt: new Date(closesMs + CLOSE_GRACE_MS),
          maxAttempts: 1000,
        },
      ],
      env.now,
    );
    await keepDraw(tx, deps.sealer, id, 'opened', records, env.now);
    // tell
    await tell(tx, env, drawOpened, { subject: id, data: { drawId: id, roomId: row.roomId } });
    return ok((await findDraw(tx, id))!);
  });
  if (!done.ok) return done;
  await deps.line.opened(done.value);
  return ok(drawViewOf(done.value));
}
