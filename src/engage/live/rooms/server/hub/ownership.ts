// Sees to it that one process alone owns a room: a lock of the database, which falls when the process dies.
import sql from 'sql-template-tag';
import type { Database, MachineTx } from '../../../../../platform/database/database.ts';

export interface Ownership {
  /** Whether this process owns the room now; false while another one does. */
  take(roomId: string): Promise<boolean>;
  release(roomId: string): Promise<void>;
  close(): Promise<void>;
}

/** A broken connection is noticed within so much; idle ones are kept from being ended. */
const LOOK_EVERY_MS = 5_000;

/**
 * All locks live on one connection that is kept open in a transaction of its own; it writes nothing and holds no snapshot.
 * @param onLost called when the connection broke: nothing is owned any more
 */
export function createOwnership(database: Database, onLost: () => void): Ownership {
  let held: Promise<{ tx: MachineTx; end: () => Promise<void> }> | null = null;
  let look: NodeJS.Timeout | undefined;

  function hold() {
    held ??= new Promise((resolve, reject) => {
      let finish = () => {};
      const done = new Promise<void>((end) => {
        finish = end;
      });
      const running = database.machine.write(async (tx) => {
        await tx.run(sql`SET LOCAL idle_in_transaction_session_timeout = 0`);
        const end = async () => {
          finish();
          await running.catch(() => {});
        };
        resolve({ tx, end });
        await done;
        // The connection goes back to the others.
        await tx.run(sql`SELECT pg_advisory_unlock_all()`);
      });
      running.catch(reject);
    });
    look ??= setInterval(() => void watch(), LOOK_EVERY_MS);
    look.unref();
    return held;
  }

  async function watch(): Promise<void> {
    const current = held;
    if (!current) return;
    try {
      await (await current).tx.run(sql`SELECT 1`);
    } catch {
      await lose(current);
    }
  }

  async function lose(current: NonNullable<typeof held>): Promise<void> {
    if (held !== current) return;
    held = null;
    await current.then(({ end }) => end()).catch(() => {});
    onLost();
  }

  const keyOf = (roomId: string) => sql`hashtextextended(${`live ${roomId}`}, 0)`;

  return {
    async take(roomId) {
      const current = hold();
      try {
        const { tx } = await current;
        return (await tx.one<{ mine: boolean }>(sql`SELECT pg_try_advisory_lock(${keyOf(roomId)}) AS mine`)).mine;
      } catch (error) {
        await lose(current);
        throw error;
      }
    },
    async release(roomId) {
      const current = held;
      if (!current) return;
      await (await current).tx.run(sql`SELECT pg_advisory_unlock(${keyOf(roomId)})`).catch(() => lose(current));
    },
    async close() {
      clearInterval(look);
      const current = held;
      held = null;
      await current?.then(({ end }) => end()).catch(() => {});
    },
  };
}
