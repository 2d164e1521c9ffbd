// Form of the lines written by us for the intent heads.
import type { Intent } from '../../judge.contract.ts';

/** Intents, main one first, and the texts that have them: one a line, or divided by `|`. */
export type PhraseGroup = readonly [intents: readonly Intent[], lines: string];
