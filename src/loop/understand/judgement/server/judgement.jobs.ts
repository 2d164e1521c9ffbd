// Works through a re-judgement batch by batch; each batch saves how far it came, so a restart goes on from there.
import { appendEvents } from '../../../../platform/events/event.store.ts';
import type { JobKind } from '../../../../platform/jobs/job-runner.ts';
import { feedbackJudged } from '../core/judgement.contract.ts';
import { addCounts } from '../core/label-moves.ts';
import { engineFor, type JudgingDeps } from './engine-of-shop.ts';
import { lockRun, nextInScope, saveRun } from './run.store.ts';
import { judgeAgain } from './verbs/judge-again.ts';

export const RUN_JOB = 'judgement.run';
const BATCH = 500;

/** The job behind `POST /judgement-runs`. */
export function judgementJobs(deps: JudgingDeps & { now?: () => Date }): JobKind<{ runId: string }>[] {
  const now = deps.now ?? (() => new Date());
  return [
    {
      kind: RUN_JOB,
      async run({ payload, db, alive }) {
        while (await alive()) {
          const more = await db.write(async (tx) => {
            const run = await lockRun(tx, payload.runId);
            if (!run || run.state === 'done' || run.state === 'cancelled' || run.state === 'paused') return false;
            const at = now();
            // A newer product judges with its own engine: the run says which one was asked for, the rows which one did.
            const ids = await nextInScope(tx, run, BATCH);
            if (ids.length === 0) {
              await saveRun(tx, { ...run, state: 'done', finishedAt: at });
              return false;
            }
            const engine = await engineFor(deps, tx);
            const judged = await judgeAgain(tx, engine, ids, at);
            await saveRun(tx, {
              ...run,
              state: 'running',
              cursor: ids.at(-1)!,
              done: run.done + ids.length,
              changed: run.changed + judged.changed,
              was: addCounts(run.was, judged.was),
              moves: addCounts(run.moves, judged.moves),
            });
            if (judged.ids.length > 0) {
              await appendEvents(tx, [
                {
                  type: feedbackJudged.type,
                  subject: null,
                  data: { feedbackIds: judged.ids, engine: engine.version, again: true },
                  actor: { kind: 'system', id: 'system', name: 'judgement' },
                  at,
                },
              ]);
            }
            return true;
          });
          if (!more) return;
        }
      },
    },
  ];
}
