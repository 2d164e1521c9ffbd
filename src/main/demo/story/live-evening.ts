// Yesterday evening's show in the demo's live room: simulated people, heard by the same room as real ones, with a host who answers.

import type { ShelfProduct } from '../../../engage/live/rooms/core/room.contract.ts';
import { shelvedGoods } from '../../../engage/live/simulator/core/goods.ts';
import { simulate } from '../../../engage/live/simulator/core/simulate.ts';
import { SIMULATOR_SOURCE } from '../../../engage/live/simulator/core/simulated-show.contract.ts';
import type { DecodedEvent } from '../../../engage/live/stream/core/live-event.contract.ts';
import { HOUR, type Tale } from '../tale.ts';
import words from '../words/live.json' with { type: 'json' };
import goods from '../words/products.json' with { type: 'json' };

/** Events go over in steps of the story's clock. */
const STEP_MS = 20_000;
/** The host looks at the questions so often. */
const ANSWER_EVERY_MS = 100_000;
const MINUTES = 24;

/** The room is opened on the last evening but one, plays its show there, and stands ready for a show of one's own. */
export function planLiveEvening(tale: Tale): void {
  const { stage, staff, scale, days, dice } = tale;
  const minutes = Math.max(8, Math.round(MINUTES * Math.min(1, scale * 2)));
  const from = tale.dayStart(Math.max(0, days - 2)).getTime() + 20.5 * HOUR;
  const until = from + minutes * 60_000;
  const seed = dice.fork('live').whole(1, 1_000_000);
  let roomId = '';
  let events: Iterator<{ event: DecodedEvent }> | null = null;
  let next: DecodedEvent | null = null;

  const room = () => {
    const running = stage.live.room(stage.db.workspaceId, roomId);
    if (!running) throw new Error('the live show of the demo does not run');
    return running;
  };

  tale.plan(from - 60_000, async () => {
    const made = await stage.call(staff.owner, 'createLiveRoom', { body: { title: words.room, isSimulated: true } });
    roomId = String(made.id);
    await stage.call(staff.manager, 'saveLiveShelf', { params: { id: roomId }, body: { items: shelf() } });
  });
  tale.plan(from, async () => {
    await stage.call(staff.manager, 'startLiveShow', { params: { id: roomId }, body: { title: words.show } });
    const products = shelvedGoods(room().shelf() as ShelfProduct[], 'zh');
    const options = {
      seed,
      viewers: 1200 * scale + 100,
      ratePerSecond: 4 * scale + 0.6,
      minutes,
      startedAt: from,
      products,
    };
    events = simulate(options);
    next = events.next().value?.event ?? null;
  });
  for (let at = from + STEP_MS; at <= until; at += STEP_MS) {
    tale.plan(at, async () => {
      const due: DecodedEvent[] = [];
      while (next !== null && next.ts <= at) {
        // Beginning, end and shelf of the show are the room's own.
        if (!['room.start', 'room.end', 'product.list'].includes(next.type)) due.push(next);
        next = events?.next().value?.event ?? null;
      }
      if (due.length > 0) await room().accept(due, { source: SIMULATOR_SOURCE, trust: 'own' });
      if ((at - from) % ANSWER_EVERY_MS < STEP_MS) await answer(at);
      else await stage.live.settle();
    });
  }
  tale.plan(until + 1000, async () => {
    await stage.live.settle();
    await stage.call(staff.manager, 'endLiveShow', { params: { id: roomId } });
  });

  /** The host answers what waits longest for most. */
  async function answer(at: number): Promise<void> {
    await stage.live.settle();
    const waiting = room()
      .state()
      .groups.filter((group) => group.state === 'waiting')
      .sort((a, b) => b.askers - a.askers || a.firstAt - b.firstAt)[0];
    if (!waiting) return;
    const known = words.answers as Record<string, string>;
    const text = known[waiting.class] ?? known.other!;
    const user = { uid: staff.agents[0]!.id, name: staff.agents[0]!.name, role: 'host' as const };
    const said: DecodedEvent = { type: 'host.answer', ts: at, groupId: waiting.groupId, text, user };
    await room().accept([said], { source: 'desk', trust: 'own' });
  }
}

/** The first goods of the shop, with what a host knows of them. */
function shelf() {
  const facts: Record<string, string[][]> = words.facts;
  return goods.slice(0, 14).map((one, at) => ({
    index: at + 1,
    title: one.zh,
    sku: one.sku,
    price: { minor: one.price, currency: 'CNY' },
    listPrice: { minor: Math.round(one.price * 1.4), currency: 'CNY' },
    stock: 200 + at * 60,
    // What people call it: 口红, 面霜; 眼影盘 and 粉底液 need three.
    aliases: [one.zh.slice(/[盘膏液]$/u.test(one.zh) ? -3 : -2)],
    facts: (facts[one.kind] ?? []).map(([topic, text]) => ({ topic: topic!, text: text! })),
  }));
}
