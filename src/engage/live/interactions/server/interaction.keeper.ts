// A question somebody asked in a show stands in its public result: when he is erased his words go from there.
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import { viewersOfPerson } from '../../rooms/server/door.ts';
import { FORGET_JOB, forgetInResults } from './forget-words.ts';

/** Before the keeper of rooms, which forgets which viewer he was. What he entered is handed out with the journal, by that one. */
export const liveInteractionKeeper: PersonKeeper<Tx> = {
  name: 'live_interactions',
  async export() {
    return [];
  },
  async erase(tx, personId, now) {
    const seen = await viewersOfPerson(tx, personId);
    for (const [showId, uids] of seen) await forgetInResults(tx, { showId, uids });
    // Again when the show is over: it may be running, or its results be made at this very moment.
    const jobs = [...seen].map(([showId, uids]) => ({
      kind: FORGET_JOB,
      payload: { showId, uids },
      runAt: now,
      maxAttempts: 20,
    }));
    await enqueueJobs(tx, jobs, now);
    return { fileIds: [] };
  },
};
