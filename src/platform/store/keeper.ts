// A connection that says "this process uses the server": the server itself then knows who is left, whatever was killed.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const PRESENT = 'huiyin keeper';
const LEAVING = 'huiyin leaving';
// Refused or cut because the server is stopping or gone.
const GONE = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET']);

/** Holds the presence of this process, and notices when the server goes away under it. */
export class Keeper {
  readonly #connect: () => string;
  readonly #lost: () => Promise<void>;
  #client: pg.Client | undefined;
  #closed = false;
  #reopening: Promise<void> | undefined;
  #sayClosing = () => {};
  readonly #closing = new Promise<void>((resolve) => {
    this.#sayClosing = resolve;
  });

  /** @param options.lost brings the server back; called each time the connection breaks while we still want it */
  constructor(options: { connect: () => string; lost: () => Promise<void> }) {
    this.#connect = options.connect;
    this.#lost = options.lost;
  }

  /** Does a server answer there and let us in? */
  static async answers(url: string): Promise<boolean> {
    const client = newClient(url, PRESENT);
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  }

  async open(): Promise<void> {
    const client = newClient(this.#connect(), `${PRESENT} ${process.pid}`);
    await client.connect();
    // A program that has nothing else to do may end without asking the keeper.
    holdProcess(client, false);
    client.once('end', () => {
      if (!this.#closed) this.#reopening = this.#reopen();
    });
    this.#client = client;
    if (!this.#closed) return;
    holdProcess(client, true);
    await client.end();
  }

  async #reopen(): Promise<void> {
    for (let waitMs = 50; !this.#closed; waitMs = Math.min(waitMs * 2, 10_000)) {
      // Unreferenced: the search must not keep a finished program alive.
      await Promise.race([sleep(waitMs, undefined, { ref: false }), this.#closing]);
      if (this.#closed) return;
      try {
        await this.#lost();
        await this.open();
        return;
      } catch {
        // Tried again after a longer wait; the callers see connection errors meanwhile.
      }
    }
  }

  /**
   * Gives up the presence, then looks who else is there. Close the pools of this process first: they count as well. Of two processes that leave together at least one sees nobody.
   * @returns true when nobody of ours is left and the server may be stopped
   */
  async close(): Promise<boolean> {
    this.#closed = true;
    this.#sayClosing();
    // A search under way may just be starting a server, which would outlive us.
    await this.#reopening;
    if (this.#client) {
      holdProcess(this.#client, true);
      await this.#client.end().catch(() => {});
    }
    const client = newClient(this.#connect(), `${LEAVING} ${process.pid}`);
    try {
      await client.connect();
      const others = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND application_name LIKE 'huiyin %'
           AND application_name NOT LIKE $1`,
        [`${LEAVING}%`],
      );
      return others.rows[0]?.count === 0;
    } catch (error) {
      return GONE.has((error as { code?: string }).code ?? '');
    } finally {
      await client.end().catch(() => {});
    }
  }
}

function holdProcess(client: pg.Client, hold: boolean): void {
  const handle = client as pg.Client & { ref(): void; unref(): void };
  if (hold) handle.ref();
  else handle.unref();
}

function newClient(url: string, name: string): pg.Client {
  const client = new pg.Client({ connectionString: url, application_name: name, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  return client;
}
