// A simulated show in a room kept for it: plays by the clock, ends by itself, and only there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { createRoomRoute, listShowsRoute, readRoomRoute } from '../../rooms/core/room.contract.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import { readSimulationRoute, startSimulationRoute, stopSimulationRoute } from '../core/simulation.contract.ts';

let app: TestApp;
let trainingId = '';
let realId = '';
const room = async (title: string, isSimulated: boolean) =>
  (await app.as.admin.call(createRoomRoute, { body: { title, isSimulated } })).body.id as string;

const pass = (ms: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + ms);
};

beforeAll(async () => {
  app = await testApp();
  trainingId = await room('练习间', true);
  realId = await room('真实间', false);
});
afterAll(() => app.close());

const body = { minutes: 1, viewers: 60, ratePerSecond: 2, seed: 5 };
const at = (id: string) => ({ params: { id } });

describe('a simulated show', () => {
  it('runs only in a room kept for it, and for nobody of another shop', async () => {
    const real = await app.as.agent.call(startSimulationRoute, { ...at(realId), body });
    expect(real.body).toMatchObject({ code: 'not_simulated' });
    for (const spec of [readSimulationRoute, stopSimulationRoute])
      expect((await app.stranger.call(spec, at(trainingId))).status).toBe(404);
    expect((await app.stranger.call(startSimulationRoute, { ...at(trainingId), body })).status).toBe(404);
    expect((await app.as.agent.call(stopSimulationRoute, at(trainingId))).body).toMatchObject({
      code: 'no_simulation',
    });
    expect((await app.as.agent.call(readSimulationRoute, at(trainingId))).body).toEqual({ simulation: null });
  });

  it('fills the shelf, plays by the clock, and ends with its show', async () => {
    const started = await app.as.agent.call(startSimulationRoute, { ...at(trainingId), body });
    expect(started.status).toBe(201);
    expect(started.body).toMatchObject({ isRunning: true, events: 0, planted: [], seed: 5 });
    const again = await app.as.agent.call(startSimulationRoute, { ...at(trainingId), body });
    expect(again.body).toMatchObject({ code: 'simulation_running' });
    const view = (await app.as.agent.call(readRoomRoute, at(trainingId))).body;
    expect(view.shelf).toHaveLength(10);
    const showId = view.show!.id as string;

    const { simulations, hub } = app.product.rooms;
    pass(30_000);
    await simulations.tick();
    const half = (await app.as.agent.call(readSimulationRoute, at(trainingId))).body.simulation!;
    expect(half.isRunning).toBe(true);
    expect(half.events).toBeGreaterThan(60);
    pass(31_000);
    await simulations.tick();
    const whole = (await app.as.agent.call(readSimulationRoute, at(trainingId))).body.simulation!;
    expect(whole.isRunning).toBe(false);
    expect(whole.events).toBeGreaterThan(half.events);

    const shows = (await app.as.agent.call(listShowsRoute, { query: { roomId: trainingId } })).body.items;
    expect(shows).toMatchObject([{ id: showId, state: 'ended', isSimulated: true }]);
    const events: LiveEvent[] = [];
    for await (const batch of hub.journal.read(app.db.workspaceA, showId)) events.push(...batch);
    const said = events.filter((event) => event.source === 'simulator');
    expect(said.length).toBe(whole.events);
    expect(said.every((event) => event.id.startsWith('simulator:'))).toBe(true);
    // What is on air is of the room's own shelf.
    const ids = new Set(view.shelf.map((item: { productId: string }) => item.productId));
    const pins = said.filter((event) => event.type === 'product.pin');
    expect(pins.length).toBeGreaterThan(0);
    expect(pins.every((event) => ids.has(event.productId!))).toBe(true);
  });

  it('goes on after a restart, without what fell into the absence, and stays stopped once it was stopped', async () => {
    const { simulations, hub } = app.product.rooms;
    const id = await room('重启间', true);
    await app.as.agent.call(startSimulationRoute, { ...at(id), body: { ...body, minutes: 4 } });
    const viewed = async () => (await app.as.agent.call(readSimulationRoute, at(id))).body.simulation!;
    pass(60_000);
    await simulations.tick();
    const before = await viewed();
    await hub.close();
    pass(60_000);
    await hub.start();
    await simulations.tick();
    const back = await viewed();
    expect(back).toMatchObject({ isRunning: true, seed: 5, startedAt: before.startedAt, events: before.events });
    pass(60_000);
    await simulations.tick();
    const later = await viewed();
    expect(later.events).toBeGreaterThan(before.events + 60);
    const said: LiveEvent[] = [];
    const showId = hub.room(app.db.workspaceA, id)!.sessionId;
    for await (const batch of hub.journal.read(app.db.workspaceA, showId)) said.push(...batch);
    const start = Date.parse(before.startedAt);
    const inside = (event: LiveEvent) =>
      event.source === 'simulator' && event.ts > start + 60_000 && event.ts <= start + 120_000;
    expect(said.filter(inside)).toEqual([]);
    expect(said.filter((event) => event.type === 'room.gap' && event.cause === 'restart')).toHaveLength(1);

    await app.as.agent.call(stopSimulationRoute, at(id));
    await hub.close();
    await hub.start();
    pass(30_000);
    await simulations.tick();
    expect((await viewed()).events).toBe(later.events);
    expect((await viewed()).isRunning).toBe(false);
  });

  it('stops when asked, and leaves the show running', async () => {
    await app.as.agent.call(startSimulationRoute, { ...at(trainingId), body: { ...body, speed: 4, minutes: 20 } });
    pass(2000);
    await app.product.rooms.simulations.tick();
    const stopped = await app.as.agent.call(stopSimulationRoute, at(trainingId));
    expect(stopped.body).toMatchObject({ isRunning: false, speed: 4 });
    expect((await app.as.agent.call(readRoomRoute, at(trainingId))).body.show).not.toBeNull();
  });
});
