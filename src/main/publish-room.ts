// Opens insight, review packs, reports, the roadmap, the evidence log, webhooks and the portal.
import type { Gate } from '../loop/collect/intake/server/door.ts';
import { evidenceJobs } from '../loop/publish/evidence/server/evidence.jobs.ts';
import { evidenceReactions } from '../loop/publish/evidence/server/evidence.reactions.ts';
import { evidenceMemberRoutes } from '../loop/publish/evidence/server/evidence.routes.ts';
import { evidencePublicRoutes } from '../loop/publish/evidence/server/public.routes.ts';
import { insightJobs, insightSweeps } from '../loop/publish/insight/server/insight.jobs.ts';
import { insightReactions } from '../loop/publish/insight/server/insight.reactions.ts';
import { insightRoutes } from '../loop/publish/insight/server/insight.routes.ts';
import { portalName, portalNav } from '../loop/publish/portal/server/door.ts';
import { portalSettingsRoutes } from '../loop/publish/portal/server/portal.routes.ts';
import { portalJobs, portalReactions } from '../loop/publish/portal/server/portal-letters.ts';
import { portalPublicRoutes } from '../loop/publish/portal/server/public.routes.ts';
import { publicReportRoutes } from '../loop/publish/reports/server/public.routes.ts';
import { reportSweeps } from '../loop/publish/reports/server/report.jobs.ts';
import { reportRoutes } from '../loop/publish/reports/server/report.routes.ts';
import { reviewSweeps } from '../loop/publish/review/server/review.jobs.ts';
import { reviewRoutes } from '../loop/publish/review/server/review.routes.ts';
import { publicRoadmapRoutes } from '../loop/publish/roadmap/server/public.routes.ts';
import { roadmapRoutes } from '../loop/publish/roadmap/server/roadmap.routes.ts';
import { webhookJobs } from '../loop/publish/webhooks/server/webhook.jobs.ts';
import { webhookReactions } from '../loop/publish/webhooks/server/webhook.reactions.ts';
import { webhookMountedRoutes } from '../loop/publish/webhooks/server/webhook.routes.ts';
import { webhookSweeps } from '../loop/publish/webhooks/server/webhook.sweeps.ts';
import { answerDesk } from './answer-room.ts';
import { offlinePage } from './evidence-check/offline-page.ts';
import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

export function openPublishRoom(tools: Tools, gate: Gate): RoomParts {
  const desk = answerDesk(tools);
  const { database, sealer, now } = tools;
  const webhooks = { sealer, now, privateHosts: tools.config.privateHosts };
  return {
    routes: [
      ...insightRoutes(),
      ...portalSettingsRoutes(database),
      ...portalPublicRoutes({ database, desk, gate, files: tools.files }),
      ...reviewRoutes(),
      ...reportRoutes(),
      ...publicReportRoutes({ database }),
      ...roadmapRoutes(),
      ...publicRoadmapRoutes({ database }),
      ...webhookMountedRoutes(webhooks),
      ...evidenceMemberRoutes({ database }),
      ...evidencePublicRoutes({
        database,
        nav: (shop, language) => portalNav(database, shop, language, 'verify'),
        name: (shop, language) => portalName(database, shop, language),
        offlinePage,
      }),
    ],
    reactions: [
      ...insightReactions(),
      ...portalReactions(desk),
      ...evidenceReactions({ sealer }),
      ...webhookReactions(),
    ],
    jobs: [...insightJobs(), ...portalJobs(desk), ...evidenceJobs({ now }), ...webhookJobs(webhooks)],
    recurring: [
      ...insightSweeps(tools.database),
      ...reviewSweeps(tools.database),
      ...reportSweeps(database),
      ...webhookSweeps(database),
    ],
  };
}
