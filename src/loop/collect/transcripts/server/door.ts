// What the house and later rooms ask of transcripts.
export { type FoundPromise, findPromises } from '../core/find-promises.ts';
export { recordTranscripts } from './record-transcripts.ts';
export { transcriptKeeper } from './transcript.keeper.ts';
export { transcriptImportKeeper } from './transcript-import.keeper.ts';
