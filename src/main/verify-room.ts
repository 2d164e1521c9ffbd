// Opens problems and their fixes, promises, call-backs, ratings and the gate between resolved and verified.
import { gateSweeps } from '../loop/verify/gate/server/gate.jobs.ts';
import { gateReactions } from '../loop/verify/gate/server/gate.reactions.ts';
import { gateRoutes } from '../loop/verify/gate/server/gate.routes.ts';
import { ratingSweeps } from '../loop/verify/ratings/server/rating.jobs.ts';
import { ratingRoutes } from '../loop/verify/ratings/server/rating.routes.ts';
import { answerDesk } from './answer-room.ts';
import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

export function openVerifyRoom(tools: Tools): RoomParts {
  const { database } = tools;
  const desk = answerDesk(tools);
  return {
    routes: [...ratingRoutes({ desk, database }), ...gateRoutes()],
    reactions: [...gateReactions()],
    jobs: [],
    recurring: [...ratingSweeps(database), ...gateSweeps(database)],
  };
}
