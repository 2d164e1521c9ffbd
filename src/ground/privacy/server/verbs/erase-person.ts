// Erases a customer everywhere in one transaction; what lies outside it (files) is removed by work saved in the same.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import { type Env, tell } from '../../../env.ts';
import { may } from '../../../members/core/actor.contract.ts';
import { lockPerson } from '../../../people/server/door.ts';
import { type EraseReason, personErased } from '../../core/privacy.contract.ts';
import { FILES_JOB, LATE_JOB, LATE_MS } from '../privacy.jobs.ts';
import { countKept, type KeptCount } from '../privacy.reads.ts';
import type { PrivacyDesk } from '../privacy-desk.ts';
import { gatherTraces } from '../traces.ts';

/** @returns how much was there, by section */
export async function erasePerson(
  env: Env,
  desk: PrivacyDesk,
  input: { personId: string; reason: EraseReason },
): Promise<Result<{ sections: KeptCount[] }, 'forbidden' | 'not_found'>> {
  const { personId } = input;
  // permit
  if (!may(env.actor, 'person.erase')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const isThere = await lockPerson(tx, personId);
    // decide
    if (!isThere) return refuse('not_found');
    const traces = await gatherTraces(tx, desk.keepers, personId);
    const sections = await countKept(tx, desk.keepers, personId, traces);
    // save
    const fileIds: string[] = [];
    for (const keeper of desk.keepers) fileIds.push(...(await keeper.erase(tx, personId, env.now, traces)).fileIds);
    // What was on its way at this moment may still write him down; it is looked for once more, by ids alone.
    const late = desk.sealer.seal(tx.workspaceId, JSON.stringify({ personId, ids: traces.ids }));
    await enqueueJobs(
      tx,
      [
        ...(fileIds.length > 0 ? [{ kind: FILES_JOB, payload: { fileIds }, runAt: env.now }] : []),
        { kind: LATE_JOB, payload: { sealed: late }, runAt: new Date(env.now.getTime() + LATE_MS) },
      ],
      env.now,
    );
    // tell
    const counts = Object.fromEntries(sections.map(({ section, rows }) => [section, rows]));
    await tell(tx, env, personErased, { subject: null, data: { sections: counts, reason: input.reason } });
    return ok({ sections });
  });
}
