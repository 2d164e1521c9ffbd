// The daily look of every shop, once its day is complete.
import { workspaceIds } from '../../../../ground/members/server/door.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Recurring } from '../../../../platform/jobs/job-runner.ts';
import { sweepShop } from './sweep.ts';

/** @returns how many new rises were found in all shops */
export async function sweepEmerging(database: Database, now: Date): Promise<number> {
  let found = 0;
  const failures: unknown[] = [];
  for (const id of await workspaceIds(database.machine)) {
    try {
      found += (await sweepShop(database.workspace(id), now)) ?? 0;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} shops were not looked at for rises`);
  return found;
}

export function emergingSweeps(database: Database): Recurring[] {
  return [
    {
      name: 'emerging',
      everyMs: 15 * 60_000,
      run: async (now) => {
        await sweepEmerging(database, now);
      },
    },
  ];
}
