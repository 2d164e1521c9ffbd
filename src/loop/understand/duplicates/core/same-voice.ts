// When two feedback with the same words are one voice: the same person, or words too particular to be said twice by chance.

/** A feedback as far as its voice is concerned. Keys are whole numbers as text. */
export interface Voice {
  id: string;
  textKey: string;
  /** `0` for an unknown person. */
  personKey: string;
  /** Long enough that two strangers would hardly write it alike. */
  particular: boolean;
}

/**
 * Whether `later` repeats `earlier`, given equal words. Different known people never do: "好评" of two customers is two
 * voices, and so is a text both copied.
 */
export function sameVoice(earlier: Voice, later: Voice): boolean {
  if (earlier.textKey !== later.textKey) return false;
  if (later.personKey !== '0' && earlier.personKey === later.personKey) return true;
  return later.particular && (later.personKey === '0' || earlier.personKey === '0');
}

/** Whether looking for an earlier one can find anything at all. */
export function mayRepeat(voice: Voice): boolean {
  return voice.particular || voice.personKey !== '0';
}

/** Repeats within one batch, in order: id → id of the first of that voice. */
export function repeatsWithin(voices: readonly Voice[]): Map<string, string> {
  const earlier = new Map<string, Voice[]>();
  const repeats = new Map<string, string>();
  for (const voice of voices) {
    if (!mayRepeat(voice)) continue;
    const firsts = earlier.get(voice.textKey);
    const first = firsts?.find((candidate) => sameVoice(candidate, voice));
    if (first) repeats.set(voice.id, first.id);
    else if (firsts) firsts.push(voice);
    else earlier.set(voice.textKey, [voice]);
  }
  return repeats;
}
