// What the house and later rooms ask of transcripts.
export { recordTranscripts } from './record-transcripts.ts';
export { transcriptKeeper } from './transcript.keeper.ts';
