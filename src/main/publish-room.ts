// Opens insight, review packs, reports, the roadmap, the evidence log, webhooks and the portal.
import { evidenceJobs } from '../loop/publish/evidence/server/evidence.jobs.ts';
import { evidenceReactions } from '../loop/publish/evidence/server/evidence.reactions.ts';
import { evidenceMemberRoutes } from '../loop/publish/evidence/server/evidence.routes.ts';
import { evidencePublicRoutes } from '../loop/publish/evidence/server/public.routes.ts';
import { insightJobs, insightSweeps } from '../loop/publish/insight/server/insight.jobs.ts';
import { insightReactions } from '../loop/publish/insight/server/insight.reactions.ts';
import { insightRoutes } from '../loop/publish/insight/server/insight.routes.ts';
import { reviewSweeps } from '../loop/publish/review/server/review.jobs.ts';
import { reviewRoutes } from '../loop/publish/review/server/review.routes.ts';
import { offlinePage } from './evidence-check/offline-page.ts';
import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

export function openPublishRoom(tools: Tools): RoomParts {
  const { database, sealer, now } = tools;
  return {
    routes: [
      ...insightRoutes(),
      ...reviewRoutes(),
      ...evidenceMemberRoutes({ database }),
      ...evidencePublicRoutes({ database, nav: async () => [], offlinePage }),
    ],
    reactions: [...insightReactions(), ...evidenceReactions({ sealer })],
    jobs: [...insightJobs(), ...evidenceJobs({ now })],
    recurring: [...insightSweeps(tools.database), ...reviewSweeps(tools.database)],
  };
}
