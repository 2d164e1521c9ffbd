// Everything that keeps something of a person, in the order of erasing: machines, then later rooms first, the person himself last.
import { liveInteractionKeeper } from '../engage/live/interactions/server/door.ts';
import { liveReportKeeper } from '../engage/live/report/server/door.ts';
import { type JournalPlace, liveKeeper } from '../engage/live/rooms/server/door.ts';
import type { PersonKeeper } from '../ground/people/core/keeper.contract.ts';
import { personKeeper, thanksKeeper } from '../ground/people/server/door.ts';
import { machineKeepers } from '../ground/privacy/server/machine.keepers.ts';
import { caseKeeper } from '../loop/act/cases/server/door.ts';
import { problemKeeper } from '../loop/act/problems/server/door.ts';
import { callbackKeeper } from '../loop/answer/callbacks/server/door.ts';
import { conversationKeeper } from '../loop/answer/conversations/server/door.ts';
import { deliveryKeeper } from '../loop/answer/deliveries/server/door.ts';
import { linkKeeper } from '../loop/answer/links/server/door.ts';
import { noticeKeeper } from '../loop/answer/notices/server/door.ts';
import { promiseKeeper } from '../loop/answer/promises/server/door.ts';
import { verdictKeeper } from '../loop/answer/status/server/door.ts';
import { formKeeper } from '../loop/collect/forms/server/door.ts';
import { importKeeper } from '../loop/collect/imports/server/door.ts';
import { feedbackKeeper } from '../loop/collect/intake/server/door.ts';
import { mailboxKeeper } from '../loop/collect/mailboxes/server/door.ts';
import { photoKeeper } from '../loop/collect/photos/server/door.ts';
import { signalImportKeeper, signalKeeper } from '../loop/collect/signals/server/door.ts';
import { transcriptImportKeeper, transcriptKeeper } from '../loop/collect/transcripts/server/door.ts';
import { visitorKeeper } from '../loop/collect/visitors/server/door.ts';
import { evidenceKeeper } from '../loop/publish/evidence/server/door.ts';
import { reportKeeper } from '../loop/publish/reports/server/door.ts';
import { reviewKeeper } from '../loop/publish/review/server/door.ts';
import { roadmapKeeper } from '../loop/publish/roadmap/server/door.ts';
import { webhookKeeper } from '../loop/publish/webhooks/server/door.ts';
import { judgementKeeper } from '../loop/understand/judgement/server/door.ts';
import { latentKeeper } from '../loop/understand/latent/server/door.ts';
import { gateKeeper } from '../loop/verify/gate/server/door.ts';
import { ratingsKeeper } from '../loop/verify/ratings/server/door.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Sealer } from '../platform/secrets/seal.ts';

/** The keeper of feedback comes after all that find a person by his voices, and the person after everything. */
export function allKeepers(sealer: Sealer, place: JournalPlace | null = null): PersonKeeper<Tx>[] {
  return [
    ...machineKeepers(sealer),
    liveReportKeeper,
    liveInteractionKeeper,
    liveKeeper(place),
    webhookKeeper,
    reviewKeeper,
    roadmapKeeper,
    reportKeeper,
    evidenceKeeper,
    gateKeeper,
    ratingsKeeper,
    callbackKeeper,
    promiseKeeper,
    verdictKeeper,
    linkKeeper,
    noticeKeeper,
    deliveryKeeper,
    conversationKeeper(sealer),
    problemKeeper,
    caseKeeper,
    latentKeeper,
    judgementKeeper,
    signalImportKeeper,
    signalKeeper,
    transcriptImportKeeper,
    transcriptKeeper,
    mailboxKeeper,
    formKeeper(sealer),
    photoKeeper,
    visitorKeeper,
    importKeeper(sealer),
    feedbackKeeper(sealer),
    thanksKeeper,
    personKeeper(sealer),
  ];
}
