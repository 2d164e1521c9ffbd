// What other features may ask about visitors.
export { type SpeakDeps, type SpeakRefusal, type Spoken, speakOpenly } from './verbs/speak-openly.ts';
export { visitorKeeper } from './visitor.keeper.ts';
export { type OwnVoiceRow, voicesOfBrowser } from './visitor.store.ts';
