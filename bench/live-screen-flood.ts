// Sends comments to a room at an even pace over HTTP; half of them carry the moment they were sent, as letters behind a tilde.
import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../src/kit/seeded.ts';

export interface Flood {
  origin: string;
  cookie: string;
  roomId: string;
  /** Comments a second. */
  rate: number;
  seconds: number;
}

const TICK_MS = 50;
const REPEATED = ['666', '来了来了', '扣1', '哈哈哈', '主播好美', '已拍', '好看', '支持', '？', '冲'];
const ASKED = ['一米五的床用多大', '可以机洗吗', '几号链接', '什么时候发货', '有没有灰色', '多少钱', '能退吗'];
const SAID = ['颜色挺好看的', '去年买的还在用', '给妈妈买一床', '我家也有一条', '有点想买', '看着挺厚实', '比店里便宜'];

/** Milliseconds since 1970 as small letters, so that nothing looks like a telephone number. */
export function lettersOf(ms: number): string {
  return ms.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
}

/** @returns how much was sent, how long each call took (ms), and how many failed */
export async function flood(order: Flood): Promise<{ sent: number; calls: number[]; failed: number }> {
  const random = seeded(7);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const batch = Math.max(1, Math.round((order.rate * TICK_MS) / 1000));
  const calls: number[] = [];
  const open = new Set<Promise<void>>();
  let sent = 0;
  let failed = 0;
  const started = Date.now();
  for (let tick = 0; tick * TICK_MS < order.seconds * 1000; tick += 1) {
    await sleep(Math.max(0, started + tick * TICK_MS - Date.now()));
    const now = Date.now();
    const events = Array.from({ length: batch }, (_, at) => {
      const dice = random();
      const isStaff = at === 0 && tick % 10 === 0;
      const words = dice < 0.5 ? pick(REPEATED) : `${dice < 0.65 ? pick(ASKED) : pick(SAID)} ~${lettersOf(now)}`;
      return {
        type: 'comment',
        id: `b${tick}-${at}`,
        ts: now,
        text: isStaff ? `注意时间 ~${lettersOf(now)}` : words,
        user: {
          uid: `u${Math.floor(random() * 40_000)}`,
          name: `观众${Math.floor(random() * 40_000)}`,
          role: isStaff ? 'mod' : 'viewer',
        },
      };
    });
    const call = fetch(`${order.origin}/api/v1/live/rooms/${order.roomId}/events`, {
      method: 'POST',
      headers: { cookie: order.cookie, origin: order.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ source: 'bench', events }),
    })
      .then(async (answer) => {
        await answer.text();
        if (answer.ok) sent += events.length;
        else failed += 1;
        calls.push(Date.now() - now);
      })
      .catch(() => {
        failed += 1;
      })
      .finally(() => open.delete(call));
    open.add(call);
  }
  await Promise.all(open);
  return { sent, calls, failed };
}
