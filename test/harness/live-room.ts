// A live room with a running show in the product of a test: products on its shelf, people who talk, and a way to wait for what comes of it.
import {
  createRoomRoute,
  type RoomView,
  type ShelfProduct,
  saveShelfRoute,
  startShowRoute,
} from '../../src/engage/live/rooms/core/room.contract.ts';
import type { LiveRoom } from '../../src/engage/live/rooms/server/door.ts';
import type { DecodedEvent } from '../../src/engage/live/stream/core/live-event.contract.ts';
import type { TestApp } from './app.ts';

export interface TestLiveRoom {
  roomId: string;
  showId: string;
  slug: string;
  /** The running room of the product. */
  room: LiveRoom;
  shelf: ShelfProduct[];
  /** Somebody types a line: taken by the room's gate, on disk when it resolves. */
  say(uid: string, text: string, more?: { ts?: number; name?: string; id?: string }): Promise<void>;
  accept(events: DecodedEvent[]): Promise<void>;
  /** Waits until everything was analysed and told, then runs reactions and jobs. */
  settle(): Promise<void>;
}

const SHELF = [
  {
    index: 1,
    title: '山茶花修护面霜 50g',
    price: 12900,
    aliases: ['面霜'],
    facts: [{ topic: '肤质', text: '干皮和敏感肌可用。' }],
  },
  {
    index: 2,
    title: '不锈钢保温杯 500ml',
    price: 5900,
    aliases: ['保温杯', '杯子'],
    facts: [{ topic: '容量', text: '容量 500 毫升。' }],
  },
  {
    index: 3,
    title: '羊毛针织开衫',
    price: 19900,
    aliases: ['开衫', '毛衣'],
    facts: [{ topic: '尺码', text: '有 S、M、L 三个码。' }],
  },
];

/** Opens a room, fills its shelf and starts a show in it. @throws when the product refuses any of it */
export async function liveRoom(app: TestApp, options: { title?: string; slug?: string } = {}): Promise<TestLiveRoom> {
  const call = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const by = app.as.admin;
  const made = await call<RoomView>(
    by.call(createRoomRoute, {
      body: { title: options.title ?? '周末专场', ...(options.slug ? { slug: options.slug } : {}) },
    }),
  );
  const items = SHELF.map(({ price, ...item }) => ({ ...item, price: { minor: price, currency: 'CNY' } }));
  const { shelf } = await call<{ shelf: ShelfProduct[] }>(
    by.call(saveShelfRoute, { params: { id: made.id }, body: { items } }),
  );
  const show = await call<{ id: string }>(by.call(startShowRoute, { params: { id: made.id }, body: {} }));
  const { hub } = app.product.rooms;
  const room = hub.room(app.db.workspaceA, made.id)!;
  const accept = async (events: DecodedEvent[]) => {
    await room.accept(events, { source: 'own', trust: 'own' });
  };
  return {
    roomId: made.id,
    showId: show.id,
    slug: made.slug,
    room,
    shelf,
    accept,
    say: (uid, text, more = {}) =>
      accept([
        {
          type: 'comment',
          text,
          ts: more.ts ?? app.clock.now.getTime(),
          user: { uid, name: more.name ?? uid },
          ...(more.id ? { id: more.id } : {}),
        },
      ]),
    async settle() {
      await hub.settle();
      await app.settle();
    },
  };
}
