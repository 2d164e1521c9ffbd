// Stops the simulated show of a room; what was said stays, and the show goes on until somebody ends it.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { readRoom } from '../../../rooms/server/door.ts';
import type { SimulationView } from '../../core/simulation.contract.ts';
import type { Simulations } from '../simulations.ts';

export async function stopSimulation(
  env: Env,
  simulations: Simulations,
  { roomId }: { roomId: string },
): Promise<Result<SimulationView, 'forbidden' | 'not_found' | 'no_simulation'>> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  // load
  const room = await env.db.read((tx) => readRoom(tx, roomId));
  // decide
  if (!room) return refuse('not_found');
  const stopped = await simulations.stop(roomId);
  return stopped ? ok(stopped) : refuse('no_simulation');
}
