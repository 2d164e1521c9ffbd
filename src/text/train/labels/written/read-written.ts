// Reads customers' texts written by hand for training: whole messages with side, intents and urgency, a file a writer.
import { readdirSync, readFileSync } from 'node:fs';
import type { Intent, SentimentLabel, UrgencyReason } from '../../../judge.contract.ts';
import { once } from '../../once.ts';
import { readSides } from '../compact-lines.ts';

export type WrittenPlace = 'live' | 'service';

/** One text that somebody wrote as a customer would. */
export interface WrittenText {
  text: string;
  language: 'zh' | 'en';
  sentiment: SentimentLabel;
  /** Main one first, at most two; none is empty. */
  intents: Intent[];
  /** Where it was written for: a viewer's line, a turn of a chat with the service; null for any place. */
  place: WrittenPlace | null;
  /** Null when nobody has to act within the hour. */
  reason: UrgencyReason | null;
}

const FOLDER = new URL('./', import.meta.url).pathname;

/** All lines of all writers, each text once. @throws Error that quotes a wrong line. */
export const readWritten = once((): readonly WrittenText[] => {
  const seen = new Set<string>();
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseWritten(readFileSync(`${FOLDER}${name}`, 'utf8'), placeOf(name)))
    .filter(({ text }) => !seen.has(text) && seen.add(text));
});

const placeOf = (file: string): WrittenPlace | null =>
  file.startsWith('room-') ? 'live' : file.startsWith('chat-') ? 'service' : null;

/** A line a text: `SENTIMENT INTENTS [URGENCY]`, a tab, the text. @throws Error that quotes a wrong line. */
export function parseWritten(source: string, place: WrittenPlace | null = null): WrittenText[] {
  return source
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t');
      const [side, intents, urgency, ...rest] = line.slice(0, tab).split(' ');
      const text = line.slice(tab + 1);
      if (tab < 0 || text === '' || side === undefined || intents === undefined || rest.length > 0)
        throw new Error(`labels, a tab and a text are needed in: ${line}`);
      return {
        text,
        language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
        ...readSides([side, intents, urgency], line),
        place,
      };
    });
}
