// Plays a simulated show into a room of a running product over its API, by the clock or faster.
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import {
  ingestRoute,
  type RoomView,
  readRoomRoute,
  saveShelfRoute,
  startShowRoute,
} from '../../engage/live/rooms/core/room.contract.ts';
import { shelvedGoods, simulatedGoods } from '../../engage/live/simulator/core/goods.ts';
import { retimed } from '../../engage/live/simulator/core/retime.ts';
import { simulate } from '../../engage/live/simulator/core/simulate.ts';
import { SIMULATOR_SOURCE, type SimulateOptions } from '../../engage/live/simulator/core/simulated-show.contract.ts';
import { fillPath, type RouteSpec } from '../../kit/route.ts';

interface Into {
  origin: string;
  key: string;
  roomId: string;
  speed: number;
  show: SimulateOptions;
}

/** How much of the show goes over in one call, in milliseconds of the wall clock. */
const STEP_MS = 200;
const LARGEST = 1000;

/**
 * Puts the simulated goods on the shelf when it is empty, starts a show when none runs, and hands the events over as they become due.
 * @throws with the instance's own sentence when it refuses; nothing is sent twice
 */
export async function simulateInto({ origin, key, roomId, speed, show }: Into) {
  const send = async <S extends RouteSpec>(spec: S, body?: object): Promise<z.output<S['ok']>> => {
    const answer = await fetch(new URL(fillPath(spec.path, { id: roomId }), origin), {
      method: spec.method,
      headers: { authorization: `Bearer ${key}`, 'accept-language': 'en', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.ok) return (await answer.json()) as z.output<S['ok']>;
    const problem = (await answer.json().catch(() => ({}))) as { title?: string };
    throw new Error(problem.title ?? `the instance answered ${answer.status}`);
  };
  const room = await send(readRoomRoute);
  let shelf = room.shelf;
  const goods = simulatedGoods(show.language === 'en' ? 'en' : 'zh');
  if (shelf.length === 0) {
    shelf = (await send(saveShelfRoute, { items: goods.map(({ productId: _, kind: __, ...item }) => item) })).shelf;
  }
  if ((room as RoomView).show === null) await send(startShowRoute, {});

  const startedAt = performance.now();
  const firstAt = Date.now();
  const products = shelvedGoods(shelf, show.language === 'en' ? 'en' : 'zh');
  let batch: unknown[] = [];
  let until = firstAt + STEP_MS;
  const sums = { taken: 0, repeated: 0, rejected: 0, wallMs: 0 };
  const flush = async () => {
    for (let at = 0; at < batch.length; at += LARGEST) {
      const answer = await send(ingestRoute, { source: SIMULATOR_SOURCE, events: batch.slice(at, at + LARGEST) });
      sums.taken += answer.taken;
      sums.repeated += answer.repeated;
      sums.rejected += answer.rejected.length;
    }
    batch = [];
  };
  for (const made of simulate({ ...show, products, startedAt: firstAt })) {
    // Beginning, end and shelf of the show are the room's own.
    if (['room.start', 'room.end', 'product.list'].includes(made.event.type)) continue;
    const event = retimed(made.event, firstAt, speed);
    if (event.ts >= until) {
      await flush();
      until = event.ts + STEP_MS;
      const earlyMs = event.ts - firstAt - (performance.now() - startedAt);
      if (earlyMs > 0) await sleep(earlyMs);
    }
    batch.push(event);
  }
  await flush();
  sums.wallMs = Math.round(performance.now() - startedAt);
  return sums;
}
