// What the other parts of the live rooms and the product's composition ask of rooms and their heart.
export { createAlertDesk } from './alert-desk.ts';
export { type AnalysisHost, inlineAnalysis, type MakeAnalyser } from './hub/analysis-host.ts';
export type { HubDeps } from './hub/hub-deps.ts';
export { createLiveHub } from './hub/live-hub.ts';
export { loadMaker } from './hub/load-maker.ts';
export { threadedAnalysis } from './hub/threaded-analysis.ts';
export type { JournalReader, LiveHub, LiveRoom, Origin, RoomTap, TapOfRoom } from './hub.types.ts';
export { createJournalReader, type JournalPlace } from './journal/read-journal.ts';
export { rememberSpeakers, showsOfPerson, viewersOfPerson } from './known-people.store.ts';
export { liveJobs, liveSweeps } from './live.jobs.ts';
export { liveKeeper } from './live.keeper.ts';
export { createPushDesk } from './push-desk.ts';
export { listShows, readRoom, readShelf, showOf } from './room.reads.ts';
export { createSourceRunner, type SourceRunner } from './sources/source-runner.ts';
export { endShow } from './verbs/end-show.ts';
export { openAlertCase } from './verbs/open-alert-case.ts';
export { saveShelf } from './verbs/save-shelf.ts';
export { startShow } from './verbs/start-show.ts';
