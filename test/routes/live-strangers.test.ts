// What somebody who means no good can try at a room's door: forged and borrowed names, votes sent again, frames that are too large, other sites.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openInteractionRoute } from '../../src/engage/live/interactions/core/interaction-routes.contract.ts';
import { type TestApp, testApp } from '../harness/app.ts';
import { liveRoom, type TestLiveRoom } from '../harness/live-room.ts';

let app: TestApp;
let live: TestLiveRoom;
let origin: string;
let base: string;

beforeAll(async () => {
  app = await testApp();
  live = await liveRoom(app);
  origin = await app.product.app.listen({ host: '127.0.0.1', port: 0 });
  base = `${origin}/watch/${live.slug}`;
});
afterAll(() => app.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${base}${path}`, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
const enter = async (): Promise<string> => ((await (await post('/viewer', {})).json()) as { token: string }).token;

async function openPoll(): Promise<string> {
  const answer = await app.as.admin.call(openInteractionRoute, {
    params: { id: live.roomId },
    body: { kind: 'poll', title: '下一个讲哪个', options: ['面霜', '保温杯'], seconds: null, keyword: null } as never,
  });
  expect(answer.status).toBe(201);
  return (answer.body as { interactionId: string }).interactionId;
}
async function votesOf(id: string): Promise<(number | null)[]> {
  const snapshot = (await (await fetch(`${base}/snapshot`)).json()) as {
    i: { interactionId: string; options: { votes: number | null }[] }[];
  };
  return snapshot.i.find((one) => one.interactionId === id)!.options.map((one) => one.votes);
}

describe('a vote', () => {
  it('counts once, however often, at once, and under however many names of its message it is sent', async () => {
    const interactionId = await openPoll();
    const viewer = await enter();
    const vote = (n: string, choice: string) =>
      post('/messages', { viewer, n, k: 'enter', interactionId, choice }).then((one) => one.json());
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => vote(`vote-${at % 4}`, String(1 + (at % 2)))),
    );
    expect(answers.some((one: any) => one.receipt?.state === 'counted')).toBe(true);
    const again = (await vote('vote-0', '2')) as any;
    expect(again.receipt?.state ?? again.no).toBeDefined();
    await live.settle();
    const votes = await votesOf(interactionId);
    expect(votes.reduce((sum: number, one) => sum + (one ?? 0), 0)).toBe(1);
  });

  it('is nobody’s with a forged, bent or foreign token', async () => {
    const interactionId = await openPoll();
    const [mine, other] = [await enter(), await enter()];
    const [head, workspace, uid, proof] = other.split('.') as [string, string, string, string];
    const bent = [
      'hyv1.ws_00000000000000000000000000.gAAAAAAAAAAAAAAAAAAAAAA.00000000000000000000000000000000',
      [head, workspace, mine.split('.')[2], proof].join('.'),
      [head, workspace, `a${uid.slice(1)}`, proof].join('.'),
      [head, workspace.replace(/.$/, (last) => (last === '0' ? '1' : '0')), uid, proof].join('.'),
      `${other}\n`,
      '',
      'x'.repeat(5000),
    ];
    for (const [at, viewer] of bent.entries()) {
      const refused = await post('/messages', { viewer, n: `bent-${at}`, k: 'enter', interactionId, choice: '1' });
      expect(refused.status, viewer.slice(0, 60)).toBe(409);
      expect(await refused.json()).toMatchObject({ code: 'not_a_viewer' });
    }
    await live.settle();
    expect(await votesOf(interactionId)).toEqual([0, 0]);
  });

  it('is not taken from the page of another site', async () => {
    const viewer = await enter();
    const refused = await post(
      '/messages',
      { viewer, n: 'away-1', k: 'like', count: 1 },
      { origin: 'https://evil.example' },
    );
    expect(refused.status).toBe(403);
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a room under attack', () => {
  const connected = async (): Promise<{ socket: WebSocket; heard: any[]; closed: Promise<number> }> => {
    const socket = new WebSocket(`${base.replace('http', 'ws')}/socket`);
    const heard: any[] = [];
    const closed = new Promise<number>((done) => socket.on('close', done));
    socket.on('error', () => {});
    await new Promise<void>((done) =>
      socket.on('message', (data) => {
        heard.push(JSON.parse(data.toString()));
        if (heard.some((one) => one.snap)) done();
      }),
    );
    return { socket, heard, closed };
  };

  it('closes on a frame that is too large and goes on for everybody else', async () => {
    const [good, bad] = [await connected(), await connected()];
    bad.socket.send(JSON.stringify({ n: 'huge-1', k: 'say', text: 'x'.repeat(2_000_000) }));
    expect(await bad.closed).toBeGreaterThan(1000);
    const answered = new Promise<any>((done) =>
      good.socket.on('message', (data) => {
        const one = JSON.parse(data.toString());
        if (one.a === 'good-1') done(one);
      }),
    );
    good.socket.send(JSON.stringify({ n: 'good-1', k: 'say', text: '还在' }));
    expect((await answered).id).toBeGreaterThan(0);
    good.socket.close();
  });

  it('takes no body that is too large or too deep, no name with markup, and nothing that is no message', async () => {
    const viewer = await enter();
    expect((await post('/messages', `{"x":"${'x'.repeat(20_000)}"}`)).status).toBe(413);
    expect((await post('/messages', `${'['.repeat(3000)}${']'.repeat(3000)}`)).status).toBeGreaterThanOrEqual(400);
    for (const body of [null, 1, [], { viewer, n: 'odd-1' }, { viewer, n: 'a'.repeat(40), k: 'say', text: 'x' }]) {
      const answer = await post('/messages', JSON.stringify(body));
      const told = (await answer.json()) as { no?: string; status?: number };
      expect(told.no ?? told.status).toBeDefined();
    }
    const named = await post('/viewer', { name: '<script>alert(1)</script>\u202e' });
    expect(((await named.json()) as { name: string }).name).not.toMatch(/[<>\u202e]/);
  });
});
