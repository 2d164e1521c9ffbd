// The thread really runs: from the source, with its own model, and says the same as this thread would.
import { afterAll, expect, it } from 'vitest';
import { createLog } from '../../../../../platform/log/log.ts';
import type { LiveEvent } from '../../../stream/core/live-event.contract.ts';
import { inlineAnalysis } from './analysis-host.ts';
import { loadMaker } from './load-maker.ts';
import { threadedAnalysis } from './threaded-analysis.ts';

const start = { roomId: 'live_1', sessionId: 'show_1', startedAt: 1_700_000_000_000, shelf: [] };
const threads = threadedAnalysis({ threads: 1, log: createLog('silent') });
afterAll(() => threads.close());

const events = ['多少钱', '怎么买', '这个杯子漏水，要退货', '666', '有没有红色'].map(
  (text, index) =>
    ({
      v: 1,
      id: `own:live_1:${index}`,
      type: 'comment',
      text,
      ts: start.startedAt + index * 1000,
      rts: start.startedAt + index * 1000,
      seq: index + 1,
      source: 'own',
      roomId: start.roomId,
      sessionId: start.sessionId,
      trust: 'own',
      user: { uid: `u${index}` },
    }) as LiveEvent,
);
const text = events.map((event) => `${JSON.stringify(event)}\n`).join('');

it('analyses in a thread of its own, goes on from what was saved, and counts what waits', async () => {
  const line = await threads.open(start);
  let patches = 0;
  line.onPatch(() => {
    patches += 1;
  });
  line.send(events.slice(0, 3), text.split('\n').slice(0, 3).join('\n').concat('\n'));
  expect(line.waiting()).toBe(3);
  await line.room(1);
  await line.idle();
  expect(line.waiting()).toBe(0);
  expect(patches).toBeGreaterThan(0);
  expect(line.state().figures.session.comments).toBe(3);
  const saved = await line.save();
  line.close();
  const second = await threads.open({ ...start, saved });
  second.send(events.slice(3), text.split('\n').slice(3).join('\n'));
  await second.idle();
  const here = await inlineAnalysis(loadMaker).open(start);
  here.send(events, text);
  await here.idle();
  const plain = (state: object) => ({ ...state, version: 0 });
  expect(plain(second.state())).toEqual(plain(here.state()));
  second.close();
  here.close();
});
