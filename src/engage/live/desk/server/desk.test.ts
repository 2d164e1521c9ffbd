import { EventEmitter } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import type { LiveHub } from '../../rooms/server/door.ts';
import { Desk } from './desk.ts';
import type { Operator } from './do-deed.ts';

const operator = { workspaceId: 'ws_1', id: 'mem_1', name: '阿声', mayWork: true, env: {} } as unknown as Operator;
const hub = { room: () => null } as unknown as LiveHub;
const deed = JSON.stringify({ t: 'deed', id: 'note-0001', deed: { do: 'note', text: '还能说话吗' } });

class Line extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  sent: string[] = [];
  closed: number | null = null;
  send(bytes: Buffer): void {
    this.sent.push(String(bytes));
  }
  close(code: number): void {
    this.closed = code;
    this.emit('close');
  }
  says(text: string): Promise<void> {
    this.emit('message', Buffer.from(text));
    return new Promise((done) => setImmediate(done));
  }
}

let desk: Desk;
afterEach(() => desk.close());

function open(still: () => Promise<Operator | null>): Line {
  desk = new Desk({ hub, now: () => 0 });
  const line = new Line();
  desk.serve(line as unknown as WebSocket, operator, 'live_1', still);
  return line;
}

it('lets go of who was signed out while his screen was open, before anything he does is done', async () => {
  const line = open(async () => null);
  await line.says(deed);
  expect(line.closed).toBe(4401);
  expect(line.sent.filter((text) => text.includes('ack'))).toEqual([]);
});

it('asks what he may do now, and keeps him while nobody can be asked', async () => {
  const line = open(async () => ({ ...operator, mayWork: false }));
  await line.says(deed);
  expect(line.sent.at(-1)).toContain('not_allowed');
  const alone = open(() => Promise.reject(new Error('no database')));
  await alone.says(deed);
  expect(alone.closed).toBeNull();
  expect(alone.sent.at(-1)).toContain('no_show');
});
