// What its neighbours may ask about repeats.
export type { Voice } from '../core/same-voice.ts';
export { relatedOf } from './duplicate.reads.ts';
export { findRepeats, type NewLink, saveLinks } from './duplicate.store.ts';
