// Folds a training line as the live room folds its comments before they are read.
import { Normaliser } from '../../normalise.ts';

const APOSTROPHE = 0x27;
const normaliser = new Normaliser();

/** Folded characters without apostrophes; overwritten by the next call. */
export function foldLive(text: string): { codes: Uint16Array; length: number } {
  normaliser.run(text);
  const { codes } = normaliser;
  let length = 0;
  for (let at = 0; at < normaliser.length; at += 1) {
    const code = codes[at]!;
    if (code !== APOSTROPHE) codes[length++] = code;
  }
  return { codes, length };
}
