// A simulated show in a room kept for it: started, watched and stopped from the desk.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { INCIDENT_KINDS, SHOW_LANGUAGES } from './simulated-show.contract.ts';

const idParam = z.object({ id: z.string() });

export const simulationView = z
  .object({
    roomId: z.string(),
    seed: z.number(),
    viewers: z.number(),
    ratePerSecond: z.number(),
    /** Length of the show as it was made; at `speed` it takes so many times less. */
    minutes: z.number(),
    speed: z.number(),
    startedAt: z.string(),
    endsAt: z.string(),
    /** Events that went into the room so far. */
    events: z.number(),
    isRunning: z.boolean(),
    /** What was planted and is over by now, so that whoever trains can compare; never what is still to come. */
    planted: z.array(
      z.object({
        kind: z.enum(INCIDENT_KINDS),
        class: z.string().nullable(),
        productId: z.string().nullable(),
        from: z.string(),
        to: z.string(),
      }),
    ),
  })
  .meta({ id: 'LiveSimulation' });
export type SimulationView = z.output<typeof simulationView>;

export const readSimulationRoute = route({
  id: 'readLiveSimulation',
  method: 'GET',
  path: '/api/v1/live/rooms/:id/simulation',
  summary: 'The simulated show that runs in a room or ran there last, null when there was none since the start',
  access: 'live.read',
  params: idParam,
  ok: z.object({ simulation: simulationView.nullable() }),
  refusals: ['not_found'],
});

export const startSimulationRoute = route({
  id: 'startLiveSimulation',
  method: 'POST',
  path: '/api/v1/live/rooms/:id/simulation',
  summary:
    'Start a simulated show in a room marked as simulated; it fills an empty shelf, starts the show when none runs, and ends by itself',
  access: 'live.work',
  params: idParam,
  body: z.object({
    /** Any whole number; drawn when absent. The same number plays the same show. */
    seed: z.number().int().min(0).max(4_294_967_295).optional(),
    minutes: z.number().min(1).max(240).default(10),
    viewers: z.number().int().min(1).max(100_000).default(800),
    ratePerSecond: z.number().min(0.1).max(2000).default(6),
    speed: z.number().min(1).max(20).default(1),
    language: z.enum(SHOW_LANGUAGES).default('zh'),
    /** All that the length allows when absent; none for an empty list. */
    incidents: z.array(z.enum(INCIDENT_KINDS)).max(INCIDENT_KINDS.length).optional(),
  }),
  ok: simulationView,
  status: 201,
  refusals: ['not_found', 'not_simulated', 'simulation_running', 'room_elsewhere'],
});

export const stopSimulationRoute = route({
  id: 'stopLiveSimulation',
  method: 'DELETE',
  path: '/api/v1/live/rooms/:id/simulation',
  summary: 'Stop the simulated show of a room; the show itself goes on until it is ended',
  access: 'live.work',
  params: idParam,
  ok: simulationView,
  refusals: ['not_found', 'no_simulation'],
});

export const simulationRouteList = [readSimulationRoute, startSimulationRoute, stopSimulationRoute] as const;
