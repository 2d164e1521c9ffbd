// Takes personal data out of what an event says before anything of it is kept, and remembers which kinds were there.
import type { PersonalDataKind } from '../../../../text/judge.contract.ts';
import { maskPersonalData } from '../../../../text/personal-data.ts';
import type { DecodedEvent } from '../../stream/core/live-event.contract.ts';

const NAME_LENGTH = 60;
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Signs that turn the words around them about, wherever these are shown. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

export interface MaskedEvent {
  event: DecodedEvent;
  /** Kinds of personal data that were in the words; empty for nearly every event. */
  kinds: PersonalDataKind[];
}

/** Words are masked, names are cut to what a screen can show. The given event is not changed. */
export function maskEvent(event: DecodedEvent): MaskedEvent {
  const kinds = new Set<PersonalDataKind>();
  const clean = (given: string) => {
    const text = given.replace(TURNING, '');
    // Nothing that could be meant by personal data is shorter than five signs.
    if (text.length < 5) return text;
    const { masked, found } = maskPersonalData(text);
    for (const { kind } of found) kinds.add(kind);
    return masked;
  };
  const next = { ...event } as DecodedEvent & { text?: string; answer?: string; reason?: string };
  if (typeof next.text === 'string') next.text = clean(next.text);
  if (typeof next.answer === 'string') next.answer = clean(next.answer);
  if (event.user) {
    const { name, ...user } = event.user;
    next.user = name === undefined ? user : { ...user, name: shownName(name) };
  }
  return { event: next, kinds: [...kinds] };
}

/** A name as screens show it: one line, at most 60 characters, without numbers that reach somebody. */
export function shownName(name: string): string {
  const line = [...name.replace(CONTROL, '')].slice(0, NAME_LENGTH).join('').trim();
  return line.length < 5 ? line : maskPersonalData(line).masked;
}
