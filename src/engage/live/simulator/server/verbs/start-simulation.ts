// Starts a simulated show in a room kept for it: fills an empty shelf, opens a show when none runs, and lets it play.
import type { z } from 'zod';
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type LiveHub, readRoom, readShelf, saveShelf, startShow } from '../../../rooms/server/door.ts';
import { shelvedGoods, simulatedGoods } from '../../core/goods.ts';
import type { SimulationView, startSimulationRoute } from '../../core/simulation.contract.ts';
import type { Simulations } from '../simulations.ts';

type Input = z.output<(typeof startSimulationRoute)['body']> & { roomId: string };
type Refusal = 'forbidden' | 'not_found' | 'not_simulated' | 'simulation_running' | 'room_elsewhere';

export async function startSimulation(
  env: Env,
  { hub, simulations, now }: { hub: LiveHub; simulations: Simulations; now: () => Date },
  { roomId, speed, seed, ...show }: Input,
): Promise<Result<SimulationView, Refusal>> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  // load
  const found = await env.db.read(async (tx) => {
    const room = await readRoom(tx, roomId);
    return room && { room, shelf: await readShelf(tx, roomId) };
  });
  // decide
  if (!found) return refuse('not_found');
  if (!found.room.isSimulated) return refuse('not_simulated');
  if (simulations.isRunning(roomId)) return refuse('simulation_running');
  // save
  const language = show.language === 'en' ? 'en' : 'zh';
  let { shelf } = found;
  if (shelf.length === 0) {
    const items = simulatedGoods(language).map(({ productId: _mine, kind: _kind, ...item }) => item);
    const saved = await saveShelf(env, hub, { roomId, items });
    if (saved.ok) ({ shelf } = saved.value);
  }
  if (found.room.show === null) {
    const started = await startShow(env, hub, { roomId });
    if (!started.ok && started.reason !== 'show_running') return refuse('not_found');
  }
  const room = hub.room(env.workspace, roomId);
  if (!room) return refuse('room_elsewhere');
  // tell: whoever watches the room hears of the events themselves
  const products = shelvedGoods(shelf, language);
  const options = { ...show, products, seed: seed ?? now().getTime() % 4_294_967_296 };
  return ok(await simulations.start(room, options, speed));
}
