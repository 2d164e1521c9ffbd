// What the other parts of the live rooms and the product's composition ask of rooms and their heart.
export { type AnalysisHost, inlineAnalysis, type MakeAnalyser } from './hub/analysis-host.ts';
export type { HubDeps } from './hub/hub-deps.ts';
export { createLiveHub } from './hub/live-hub.ts';
export { loadMaker } from './hub/load-maker.ts';
export { threadedAnalysis } from './hub/threaded-analysis.ts';
export type { LiveHub, LiveRoom, Origin, RoomTap, TapOfRoom } from './hub.types.ts';
export { createJournalReader } from './journal/read-journal.ts';
export { listShows, readRoom, readShelf, showOf } from './room.reads.ts';
