// Binds the routes of simulated shows.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { type LiveHub, readRoom } from '../../rooms/server/door.ts';
import * as contract from '../core/simulation.contract.ts';
import type { Simulations } from './simulations.ts';
import { startSimulation } from './verbs/start-simulation.ts';
import { stopSimulation } from './verbs/stop-simulation.ts';

export function simulationRoutes(deps: { hub: LiveHub; simulations: Simulations; now: () => Date }) {
  return [
    on(contract.readSimulationRoute, async ({ env, params }) => {
      const room = await env.db.read((tx) => readRoom(tx, params.id));
      return room ? ok({ simulation: deps.simulations.view(env.workspace, room.id) }) : refuse('not_found');
    }),
    on(contract.startSimulationRoute, ({ env, params, body }) =>
      startSimulation(env, deps, { ...body, roomId: params.id }),
    ),
    on(contract.stopSimulationRoute, ({ env, params }) => stopSimulation(env, deps.simulations, { roomId: params.id })),
  ];
}
