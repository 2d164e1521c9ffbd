// Forgets sessions and one-time links that ended long ago.
import sql from 'sql-template-tag';
import type { Database } from '../../../platform/database/database.ts';
import type { Recurring } from '../../../platform/jobs/job-runner.ts';

/** A used or expired link still says "expired" this long; after it the address is unknown. */
const LINK_KEPT_MS = 30 * 24 * 3_600_000;

/** Sweeps once an hour. */
export function memberSweeps(database: Database): Recurring[] {
  return [
    {
      name: 'sessions',
      everyMs: 3_600_000,
      run: async (now) => {
        await database.machine.run(sql`DELETE FROM sessions WHERE expires_at < ${now}`);
        await database.machine.run(
          sql`DELETE FROM invitations WHERE expires_at < ${new Date(now.getTime() - LINK_KEPT_MS)}`,
        );
      },
    },
  ];
}
