// A process of its own that opens the store, so that tests can kill it: prints one JSON line for each thing that happened.
import { createInterface } from 'node:readline';
import pg from 'pg';
import { openPlace } from '../../src/platform/store/open-store.ts';

const say = (fact: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(fact)}\n`);

const place = await openPlace({ dataDir: process.argv[2]! });
say({ attached: place.server!.attached, how: place.server!.how, pid: place.server!.pid(), url: place.ownerUrl });

createInterface({ input: process.stdin }).on('line', async (line) => {
  if (line === 'stop') {
    await place.stop();
    say({ stopped: true });
    process.exit(0);
  }
  if (line === 'write') {
    // Commits numbers one by one and says each only after the server has confirmed it.
    const client = new pg.Client({
      connectionString: place.ownerUrl,
      application_name: `huiyin writer ${process.pid}`,
    });
    await client.connect();
    await client.query('CREATE TABLE IF NOT EXISTS public.numbers (n bigint PRIMARY KEY)');
    const start = Number((await client.query('SELECT coalesce(max(n), 0) AS n FROM public.numbers')).rows[0].n);
    for (let n = start + 1; ; n += 1) {
      await client.query('INSERT INTO public.numbers VALUES ($1)', [n]);
      say({ n });
    }
  }
});
