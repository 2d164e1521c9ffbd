// Opens problems and their fixes, promises, call-backs, ratings and the gate between resolved and verified.
import { problemReactions } from '../loop/act/problems/server/problem.reactions.ts';
import { problemRoutes } from '../loop/act/problems/server/problem.routes.ts';
import { problemJobs } from '../loop/act/problems/server/review.jobs.ts';
import { callbackSweeps } from '../loop/answer/callbacks/server/callback.jobs.ts';
import { callbackReactions } from '../loop/answer/callbacks/server/callback.reactions.ts';
import { callbackMountedRoutes } from '../loop/answer/callbacks/server/callback.routes.ts';
import { promiseSweeps } from '../loop/answer/promises/server/promise.jobs.ts';
import { promiseReactions } from '../loop/answer/promises/server/promise.reactions.ts';
import { promiseMountedRoutes } from '../loop/answer/promises/server/promise.routes.ts';
import type { Gate } from '../loop/collect/intake/server/door.ts';
import { effectJobs } from '../loop/verify/effects/server/effect.jobs.ts';
import { effectReactions } from '../loop/verify/effects/server/effect.reactions.ts';
import { effectRoutes } from '../loop/verify/effects/server/effect.routes.ts';
import { gateSweeps } from '../loop/verify/gate/server/gate.jobs.ts';
import { gateReactions } from '../loop/verify/gate/server/gate.reactions.ts';
import { gateRoutes } from '../loop/verify/gate/server/gate.routes.ts';
import { ratingSweeps } from '../loop/verify/ratings/server/rating.jobs.ts';
import { ratingRoutes } from '../loop/verify/ratings/server/rating.routes.ts';
import { answerDesk } from './answer-room.ts';
import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

export function openVerifyRoom(tools: Tools, gate: Gate): RoomParts {
  const { database } = tools;
  const desk = answerDesk(tools);
  return {
    routes: [
      ...ratingRoutes({ desk, database }),
      ...gateRoutes(),
      ...problemRoutes(),
      ...effectRoutes(),
      ...promiseMountedRoutes(),
      ...callbackMountedRoutes(gate),
    ],
    reactions: [
      ...gateReactions(),
      ...problemReactions(),
      ...effectReactions(),
      ...promiseReactions(),
      ...callbackReactions(),
    ],
    jobs: [...problemJobs(), ...effectJobs()],
    recurring: [
      ...ratingSweeps(database),
      ...gateSweeps(database),
      ...promiseSweeps(database),
      ...callbackSweeps(database),
    ],
  };
}
