// A short demo shop, told in a test.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../test/harness/app.ts';
import { ensureWorkspace } from '../../ground/members/server/first-run.ts';
import { tellStory } from './tell-story.ts';
let app: TestApp;
beforeAll(async () => { app = await testApp({ startAt: '2026-11-20T06:00:00Z' }); });
afterAll(() => app.close());
it('tells', async () => {
  const id = (await ensureWorkspace(app.product.tools.database, 'demo', app.clock.now, true))!;
  const t = Date.now();
  const counts = await tellStory(app.product.tools, id, { seed: 1, days: Number(process.env.D ?? 12), scale: Number(process.env.S ?? 0.2), until: app.clock.now, onDay: async (d) => { console.log('day', d, Date.now() - t); } });
  console.log(counts, Date.now() - t, process.cpuUsage());
  console.log(await app.db.asOwner(`select status, count(*)::int from cases where workspace_id=$1 group by 1`, [id]));
  console.log(await app.db.asOwner(`select name, error, count(*)::int from dead_letters group by 1,2`));
}, 600000);
