// Remembers which workspace is a demo shop and how far its making has come, so that an interrupted one is never taken for real.
import sql from 'sql-template-tag';
import type { Database } from '../../platform/database/database.ts';
import type { DemoCounts } from './demo.contract.ts';

export interface DemoShop {
  workspaceId: string;
  seed: number;
  until: Date;
  days: number;
  scale: number;
  day: number;
  counts: DemoCounts;
  startedAt: Date;
  finishedAt: Date | null;
}

/** The demo shop of this installation, finished or not; there is one at most. */
export function readDemo(database: Database): Promise<DemoShop | undefined> {
  return database.machine.maybe<DemoShop>(sql`
    SELECT workspace_id AS "workspaceId", seed, until, days, scale, day, counts, started_at AS "startedAt",
      finished_at AS "finishedAt"
    FROM demo_shops ORDER BY started_at DESC LIMIT 1`);
}

export async function insertDemo(
  database: Database,
  demo: Pick<DemoShop, 'workspaceId' | 'seed' | 'until' | 'days' | 'scale' | 'startedAt'>,
): Promise<void> {
  await database.machine.run(sql`
    INSERT INTO demo_shops (workspace_id, seed, until, days, scale, started_at)
    VALUES (${demo.workspaceId}, ${demo.seed}, ${demo.until}, ${demo.days}, ${demo.scale}, ${demo.startedAt})`);
}

export async function saveProgress(
  database: Database,
  workspaceId: string,
  progress: { day: number; counts: DemoCounts; finishedAt?: Date },
): Promise<void> {
  await database.machine.run(sql`
    UPDATE demo_shops SET day = ${progress.day}, counts = ${JSON.stringify(progress.counts)}::jsonb,
      finished_at = ${progress.finishedAt ?? null}
    WHERE workspace_id = ${workspaceId}`);
}
