// What the finders of personal data read and give back, apart from them so that they can share it.
import type { PersonalDataKind } from './judge.contract.ts';

/** Folded characters (invisible ones dropped) with their original places; what the finders read. */
export interface FoldedText {
  text: string;
  at: Uint32Array;
  source: string;
}

/** A find in folded places; of two that overlap the one with the higher rank stays, then the longer. */
export interface Candidate {
  kind: PersonalDataKind;
  start: number;
  end: number;
  rank: number;
}
