// Opens the answering room and the three rooms of the back office that stand beside it.
import { auditMountedRoutes } from '../ground/audit/server/audit.routes.ts';
import { deadLetterMountedRoutes } from '../ground/deadletters/server/dead-letter.routes.ts';
import { mailroomMountedRoutes } from '../ground/mailroom/server/mailroom.routes.ts';
import type { GroundCaller } from '../ground/serve.ts';
import { conversationMountedRoutes } from '../loop/answer/conversations/server/conversation.routes.ts';
import { mailInReactions } from '../loop/answer/conversations/server/mail-in.reactions.ts';
import { deliveryMountedRoutes } from '../loop/answer/deliveries/server/delivery.routes.ts';
import type { AnswerDesk } from '../loop/answer/desk/server/door.ts';
import { LINK_DAYS } from '../loop/answer/links/core/link.contract.ts';
import { linkMountedRoutes } from '../loop/answer/links/server/link.routes.ts';
import { noticeJobs } from '../loop/answer/notices/server/notice.jobs.ts';
import { noticeReactions } from '../loop/answer/notices/server/notice.reactions.ts';
import { noticeMountedRoutes } from '../loop/answer/notices/server/notice.routes.ts';
import { ownPhotoRoutes } from '../loop/answer/status/server/own-photo.routes.ts';
import { statusMountedRoutes } from '../loop/answer/status/server/status.routes.ts';
import { widgetMineRoutes } from '../loop/answer/status/server/widget-mine.routes.ts';
import { templateMountedRoutes } from '../loop/answer/templates/server/template.routes.ts';
import type { Gate } from '../loop/collect/intake/server/door.ts';
import { receiptPart } from '../loop/publish/evidence/server/door.ts';
import { createAftercare } from '../loop/verify/ratings/server/door.ts';
import { originOf } from '../platform/config/config.ts';
import type { Reaction } from '../platform/events/reaction-runner.ts';
import type { MountedRoute } from '../platform/http/mounted-route.ts';
import type { JobKind } from '../platform/jobs/job-runner.ts';
import type { Tools } from './product.ts';

export interface AnswerRoom {
  routes: MountedRoute<GroundCaller | null>[];
  reactions: Reaction[];
  jobs: JobKind<never>[];
}

/** What the answering room is handed; later rooms that let a reporter speak are handed the same. */
export function answerDesk({ config, sealer, keepMail }: Tools): AnswerDesk {
  return {
    sealer,
    keepMail,
    publicUrl: () => originOf(config),
    linkDays: LINK_DAYS,
    aftercare: createAftercare(sealer),
    receipt: receiptPart,
  };
}

/** @param replay runs a reaction again for one event */
export function openAnswerRoom(
  tools: Tools,
  gate: Gate,
  replay: (reaction: string, eventId: string) => Promise<void>,
): AnswerRoom {
  const { database, keepMail } = tools;
  const desk = answerDesk(tools);
  return {
    routes: [
      ...conversationMountedRoutes(desk),
      ...deliveryMountedRoutes(desk),
      ...templateMountedRoutes(desk),
      ...linkMountedRoutes(desk),
      ...noticeMountedRoutes(desk),
      ...statusMountedRoutes({ desk, database }),
      ...widgetMineRoutes({ desk, database }),
      ...ownPhotoRoutes({ database, files: tools.files }),
      ...mailroomMountedRoutes({ canSend: !keepMail }),
      ...deadLetterMountedRoutes({ replayReaction: replay }),
      ...auditMountedRoutes(),
    ],
    reactions: [...noticeReactions(desk), ...mailInReactions({ desk, gate })],
    jobs: noticeJobs(desk),
  };
}
