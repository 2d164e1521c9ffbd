// The load of the kill benchmark: comments over the API and from viewers, votes, check-ins, coupons, entries of lucky bags; remembers every acknowledgement.
import { setTimeout as sleep } from 'node:timers/promises';
import type { seeded } from '../src/kit/seeded.ts';

export interface Answered {
  status: number;
  body: any;
}

/** What viewers can take part in while the show runs. */
export interface Targets {
  poll: string;
  checkin: string;
  coupon: string;
  /** The lucky bag that takes entries now. */
  bag: string | null;
}

/** One entry that was acknowledged: whose, of what, and what the person was given. */
export interface AckedEntry {
  interactionId: string;
  kind: keyof Targets;
  token: string;
  /** Pseudonym within the token; part of the id of the event. */
  uid: string;
  name: string;
  choice: string | null;
  code: string | null;
  receipt: Record<string, string | number> | null;
}

export interface Load {
  alive: boolean;
  /** Ids of events the API or our own room acknowledged. */
  events: Set<string>;
  /** Comments among them. */
  comments: number;
  entries: AckedEntry[];
  /** Acknowledged messages that were sent again, and those that had another answer then. */
  repeated: number;
  changed: number;
  refused: Map<string, number>;
  ackMs: number[];
}

const WORDS = [
  '多少钱',
  '有没有红色',
  '三号链接怎么拍',
  '漏水了要退货',
  '666',
  '已拍',
  '什么时候发货',
  '好看',
  '过敏了脸肿',
];

/** Asks the server; null when it did not answer. */
export async function ask(
  port: number,
  method: string,
  address: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answered | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } catch {
    return null;
  }
}

export function createLoad(): Load {
  return {
    alive: true,
    events: new Set(),
    comments: 0,
    entries: [],
    repeated: 0,
    changed: 0,
    refused: new Map(),
    ackMs: [],
  };
}

/** Every viewer comes from an address of his own, as behind a proxy. */
export const addressOf = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;

type Random = ReturnType<typeof seeded>;

interface Place {
  port: number;
  roomId: string;
  slug: string;
  key: string;
}

/** Sends batches of comments as a source does: the same delivery again and again until somebody answers. */
export async function talk(load: Load, place: Place, random: Random, worker: number, batch: number): Promise<void> {
  for (let count = 0; load.alive; count += 1) {
    const events = Array.from({ length: batch }, (_, at) => ({
      id: `k${worker}-${count}-${at}`,
      type: 'comment',
      ts: Date.now(),
      text: WORDS[Math.floor(random() * WORDS.length)]!,
      user: { uid: `u${Math.floor(random() * 3000)}` },
    }));
    const begun = performance.now();
    const answer = await untilTaken(load, () =>
      ask(
        place.port,
        'POST',
        `/api/v1/live/rooms/${place.roomId}/events`,
        { source: 'kill', events },
        { authorization: `Bearer ${place.key}` },
      ),
    );
    if (!answer) return;
    load.ackMs.push(performance.now() - begun);
    for (const event of events) load.events.add(`api-kill:${place.roomId}:${event.id}`);
    load.comments += events.length;
    await sleep(15);
  }
}

/** One viewer after the other: becomes one, says a line, takes part in everything, and sends some of it a second time. */
export async function takePart(
  load: Load,
  place: Place,
  random: Random,
  worker: number,
  targets: Targets,
): Promise<void> {
  for (let count = 0; load.alive; count += 1) {
    const forwarded = { 'x-forwarded-for': addressOf(worker * 1_000_000 + count) };
    const became = await ask(place.port, 'POST', `/watch/${place.slug}/viewer`, {}, forwarded);
    const token = became?.body?.token as string | undefined;
    if (!token) {
      await sleep(100);
      continue;
    }
    const name = `p${worker}-${count}`;
    const kinds = (['poll', 'checkin', 'coupon', 'bag'] as const).filter((kind) => targets[kind] !== null);
    await Promise.all([
      say(load, place, token, name, forwarded),
      ...kinds.map((kind) => enter(load, place, random, { kind, id: targets[kind]!, token, name }, forwarded)),
    ]);
  }
}

async function say(load: Load, place: Place, token: string, name: string, headers: Record<string, string>) {
  const body = { viewer: token, n: `s${name}`, k: 'say', text: '主播好，这件怎么卖' };
  const answer = await untilTaken(load, async () => {
    const one = await ask(place.port, 'POST', `/watch/${place.slug}/messages`, body, headers);
    return one?.body?.no === 'not_saved' ? null : one;
  });
  if (!answer) return;
  if (answer.body?.no !== undefined) return countRefusal(load, `say ${answer.body.no}`);
  load.events.add(`own:${place.roomId}:${uidIn(token)}:s${name}`);
  load.comments += 1;
}

async function enter(
  load: Load,
  place: Place,
  random: Random,
  one: { kind: keyof Targets; id: string; token: string; name: string },
  forwarded: Record<string, string>,
): Promise<void> {
  const address = `/live/r/${place.slug}/interactions/${one.id}/entries`;
  const headers = { ...forwarded, 'x-live-viewer': one.token };
  const choice = one.kind === 'poll' ? String(1 + Math.floor(random() * 3)) : undefined;
  const body = { name: one.name, ...(choice ? { choice } : {}) };
  const send = () => ask(place.port, 'POST', address, body, headers);
  const answer = await untilTaken(load, send);
  if (!answer) return;
  if (answer.status !== 200) return countRefusal(load, `${one.kind} ${answer.body?.code ?? answer.status}`);
  const { code, receipt } = answer.body as { code: string | null; receipt: AckedEntry['receipt'] };
  const acked = { interactionId: one.id, kind: one.kind, token: one.token, uid: uidIn(one.token), name: one.name };
  load.entries.push({ ...acked, choice: choice ?? null, code, receipt });
  if (random() > 0.2) return;
  // The acknowledgement might have been lost on the way: a careful page sends the same message again.
  const again = await untilTaken(load, send);
  if (!again || again.body?.code === 'late') return;
  load.repeated += 1;
  const isSame =
    again.status === 200 && again.body.code === code && again.body.receipt?.signature === receipt?.signature;
  if (!isSame) load.changed += 1;
}

/** Whether a refusal is final: a room that is being opened or moved says so for a while. */
const isFinal = ({ status, body }: Answered) =>
  status < 300 || (status < 500 && status !== 429 && !['no_show', 'room_elsewhere'].includes(body?.code));

async function untilTaken(load: Load, send: () => Promise<Answered | null>): Promise<Answered | null> {
  for (;;) {
    const answer = await send();
    if (answer && isFinal(answer)) return answer;
    if (!load.alive) return null;
    await sleep(100);
  }
}

function countRefusal(load: Load, what: string): void {
  load.refused.set(what, (load.refused.get(what) ?? 0) + 1);
}

export const uidIn = (token: string) => token.split('.')[2]!;
