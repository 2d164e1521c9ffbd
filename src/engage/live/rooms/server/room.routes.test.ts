// Rooms by their routes: made, filled, on air, over; and the restart that loses nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { liveRoom, type TestLiveRoom } from '../../../../../test/harness/live-room.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import * as contract from '../core/room.contract.ts';

let app: TestApp;
let live: TestLiveRoom;
beforeAll(async () => {
  app = await testApp();
  live = await liveRoom(app, { slug: 'weekend' });
});
afterAll(() => app.close());

const journalOf = async (showId: string) => {
  const events: LiveEvent[] = [];
  for await (const batch of app.product.rooms.hub.journal.read(app.db.workspaceA, showId)) events.push(...batch);
  return events;
};

describe('a live room', () => {
  it('is listed with its running show, and seen by nobody else', async () => {
    const mine = await app.as.agent.call(contract.listRoomsRoute);
    expect(mine.body.items).toMatchObject([
      { id: live.roomId, slug: 'weekend', show: { id: live.showId, state: 'live' } },
    ]);
    expect((await app.stranger.call(contract.listRoomsRoute)).body.items).toEqual([]);
    for (const spec of [contract.readRoomRoute, contract.endShowRoute])
      expect((await app.stranger.call(spec, { params: { id: live.roomId } })).status).toBe(404);
    const taken = await app.stranger.call(contract.createRoomRoute, { body: { title: 'x', slug: 'weekend' } });
    expect(taken.body).toMatchObject({ code: 'slug_taken' });
  });

  it('takes events once, names what it cannot read, and keeps no number and no id of a person', async () => {
    const at = app.clock.now.getTime();
    const line = (id: string, text: string) => ({
      id,
      type: 'comment',
      ts: at,
      text,
      user: { uid: 'u-77', name: '小王' },
    });
    const body = {
      events: [line('a', '三号多少钱'), line('a', '三号多少钱'), { type: 'comment' }, line('b', '我电话13812345678')],
    };
    const answer = await app.as.agent.call(contract.ingestRoute, { params: { id: live.roomId }, body });
    expect(answer.body).toMatchObject({ taken: 2, repeated: 1, rejected: [{ index: 2 }] });
    await live.settle();
    const events = await journalOf(live.showId);
    expect(events.map((event) => event.seq)).toEqual(events.map((_event, index) => index + 1));
    expect(events[0]).toMatchObject({ type: 'room.start', source: 'own' });
    const said = events.filter((event) => event.type === 'comment');
    expect(said).toHaveLength(2);
    expect(JSON.stringify(said)).not.toMatch(/u-77|13812345678/);
    expect(said[1]).toMatchObject({ masked: ['phone'], user: { name: '小王', uid: said[0]!.user!.uid } });
    expect(live.room.state().health).toMatchObject({ repeated: 1, unread: 1 });
  });

  it('says what goes on by itself only through its own mouth', async () => {
    const body = { events: [{ type: 'interaction.entry', ts: 1_700_000_000_000, interactionId: 'x' }] };
    const answer = await app.as.agent.call(contract.ingestRoute, { params: { id: live.roomId }, body });
    expect(answer.body).toMatchObject({ taken: 0, rejected: [{ index: 0, code: 'type.not_allowed' }] });
  });

  it('puts a product on air, and refuses one that is not on the shelf', async () => {
    const pin = (productId: string | null) =>
      app.as.agent.call(contract.pinProductRoute, { params: { id: live.roomId }, body: { productId } });
    expect((await pin(live.shelf[1]!.productId)).status).toBe(200);
    expect((await pin('prod_nothing')).body).toMatchObject({ code: 'unknown_product' });
    const last = (await journalOf(live.showId)).at(-1);
    expect(last).toMatchObject({ type: 'product.pin', index: 2, price: { minor: 5900, currency: 'CNY' } });
  });

  it('resumes with everything it acknowledged, and says how long it was away', async () => {
    const { hub } = app.product.rooms;
    const before = (await journalOf(live.showId)).length;
    // Nobody speaks for ten minutes: that is silence and no gap.
    app.clock.now = new Date(app.clock.now.getTime() + 600_000);
    const closedAt = app.clock.now.getTime();
    await hub.close();
    expect(hub.rooms()).toEqual([]);
    app.clock.now = new Date(app.clock.now.getTime() + 30_000);
    const room = await hub.open(app.db.workspaceA, live.roomId);
    const events = await journalOf(live.showId);
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)).toMatchObject({ type: 'room.gap', cause: 'restart', from: closedAt, to: closedAt + 30_000 });
    const again = await room.accept([{ type: 'comment', id: 'a', text: '三号多少钱', ts: 1, user: { uid: 'u-77' } }], {
      source: 'api-api',
      trust: 'imported',
    });
    expect(again).toMatchObject({ taken: 0, repeated: 1 });
    await hub.settle();
    expect(room.state().figures.session.comments).toBe(2);
  });

  it('ends once, and its journal goes to the archive', async () => {
    const end = () => app.as.manager.call(contract.endShowRoute, { params: { id: live.roomId } });
    expect((await end()).body).toMatchObject({ state: 'ended', comments: 2 });
    expect((await end()).body).toMatchObject({ code: 'no_show' });
    const [segment] = await app.db.asOwner<{ n: number }>(
      'SELECT count(*)::int AS n FROM live_segments WHERE show_id = $1',
      [live.showId],
    );
    expect(segment!.n).toBeGreaterThan(0);
    const events = await journalOf(live.showId);
    expect(events.at(-1)).toMatchObject({ type: 'room.end' });
    expect(events.map((event) => event.seq)).toEqual(events.map((_event, index) => index + 1));
    const next = await app.as.agent.call(contract.startShowRoute, {
      params: { id: live.roomId },
      body: { title: '加场' },
    });
    expect(next.body).toMatchObject({ title: '加场', state: 'live' });
    const shows = await app.as.viewer.call(contract.listShowsRoute, { query: { roomId: live.roomId } });
    expect(shows.body.items).toMatchObject([{ state: 'live' }, { state: 'ended' }]);
  });
});
