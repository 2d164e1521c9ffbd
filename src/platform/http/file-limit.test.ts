// Files have a measure of their own: many people behind one address may open the console in the same minute.
import { expect, it } from 'vitest';
import { createLog } from '../log/log.ts';
import type { HttpCaller } from './http-caller.ts';
import { createHttp, type HttpOptions } from './http-server.ts';

it('lets an address have the files of many pages, but not without end', async () => {
  const app = await createHttp({
    log: createLog('silent'),
    now: () => new Date(),
    trustedProxies: [],
    publicUrl: null,
    authenticate: async () => null,
    routes: [],
    limits: { stranger: 2, caller: 2 },
  } as unknown as HttpOptions<HttpCaller>);
  app.get('/assets/main.js', async () => 'export {}');
  const ask = async () => (await app.inject({ url: '/assets/main.js' })).statusCode;
  for (let time = 0; time < 120; time += 1) expect(await ask()).toBe(200);
  expect(await ask()).toBe(429);
  await app.close();
});
