// The sweep: silence is noticed by waiting, so the rules are run again and again by themselves.
import { systemEnv } from '../../../../ground/env.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Recurring } from '../../../../platform/jobs/job-runner.ts';
import type { Gate } from '../../../collect/intake/server/door.ts';
import { LATENT_RULES } from '../core/latent.contract.ts';
import { workspacesWithRules } from './rule.store.ts';
import { MOST_AT_ONCE, runRule } from './run-rules.ts';

/** Passes of one rule in one sweep; the rest comes with the next. */
const MOST_PASSES = 20;

/** Runs every rule that is on in every workspace. @returns how many feedback were made */
export async function sweepLatent(database: Database, gate: Gate, now: Date): Promise<number> {
  let made = 0;
  const failures: unknown[] = [];
  for (const { workspace_id } of await workspacesWithRules(database)) {
    const db = database.workspace(workspace_id);
    const env = systemEnv(db, now, 'latent');
    try {
      for (const key of LATENT_RULES) {
        for (let pass = 0; pass < MOST_PASSES; pass += 1) {
          const some = await db.write((tx) => runRule(tx, env, gate, key));
          made += some;
          if (some < MOST_AT_ONCE) break;
        }
      }
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `Latent rules of ${failures.length} workspaces were not run`);
  return made;
}

export function latentSweeps(database: Database, gate: Gate): Recurring[] {
  return [
    {
      name: 'latent',
      everyMs: 15 * 60_000,
      run: async (now) => {
        await sweepLatent(database, gate, now);
      },
    },
  ];
}
