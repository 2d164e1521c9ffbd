// One connection that hears NOTIFY for the whole process and comes back by itself when it is cut.
import pg from 'pg';

interface Listener {
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Makes a listener that connects on first use. Channel names are lower-case words. */
export function listenOn(url: string): Listener {
  const hearers = new Map<string, Set<(payload: string) => void>>();
  let connection: Promise<pg.Client> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: `huiyin listen ${process.pid}`,
      connectionTimeoutMillis: 20_000,
      keepAlive: true,
    });
    client.on('notification', (note) => {
      for (const hear of hearers.get(note.channel) ?? []) hear(note.payload ?? '');
    });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('SET ROLE huiyin_machine');
      for (const channel of hearers.keys()) await client.query(`LISTEN ${quoted(channel)}`);
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
    client.on('end', () => {
      connection = undefined;
      reconnect(200);
    });
    return client;
  };

  const reconnect = (afterMs: number) => {
    if (closed || hearers.size === 0 || connection || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      ensure().catch(() => reconnect(Math.min(afterMs * 2, 5_000)));
    }, afterMs);
    retry.unref();
  };

  const ensure = (): Promise<pg.Client> => {
    if (closed) return Promise.reject(new Error('The database is closed'));
    connection ??= connect().catch((error) => {
      connection = undefined;
      throw error;
    });
    return connection;
  };

  return {
    async listen(channel, onNotify) {
      const known = hearers.get(channel) ?? new Set();
      hearers.set(channel, known.add(onNotify));
      try {
        await (await ensure()).query(`LISTEN ${quoted(channel)}`);
      } catch (error) {
        known.delete(onNotify);
        throw error;
      }
      return async () => {
        known.delete(onNotify);
        if (known.size > 0 || hearers.get(channel) !== known) return;
        hearers.delete(channel);
        if (connection && !closed)
          await connection.then((client) => client.query(`UNLISTEN ${quoted(channel)}`)).catch(() => {});
      };
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      hearers.clear();
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}

function quoted(channel: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(channel)) throw new Error(`Not a channel name: ${channel}`);
  return channel;
}
