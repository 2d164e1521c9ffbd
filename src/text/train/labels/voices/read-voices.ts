// Reads the texts that were read for side, intents and urgency; what they are about nobody decided.
import { readdirSync, readFileSync } from 'node:fs';
import type { Intent, SentimentLabel, UrgencyReason } from '../../../judge.contract.ts';
import { once } from '../../once.ts';
import { readSides } from '../compact-lines.ts';
import type { LabelPart, LabelPlace } from '../labels.contract.ts';
import { findUnlabelled } from '../read-labels.ts';

/** One text that was read for everything but its aspects. */
export interface VoiceRow extends LabelPlace {
  sentiment: SentimentLabel;
  /** Main one first, at most two; none is empty. */
  intents: Intent[];
  /** Null when nobody has to act within the hour. */
  reason: UrgencyReason | null;
  /** Chosen because an earlier engine was unsure of it; the others were taken as they came. */
  isDoubtful: boolean;
  /** The reader hesitated between two readings. */
  isUnsure: boolean;
}

const FOLDER = new URL('./', import.meta.url).pathname;

/** The rows without their texts; of a text that stands in two files the first counts. @throws Error that quotes a wrong line. */
export function voiceRows(): VoiceRow[] {
  const seen = new Set<string>();
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseVoices(readFileSync(`${FOLDER}${name}`, 'utf8')))
    .filter(({ set, key }) => !seen.has(`${set} ${key}`) && seen.add(`${set} ${key}`));
}

/** `# part set random|doubtful`, then a line a text: `KEY[:ROW] SENTIMENT INTENTS [URGENCY] [?]`. @throws Error that quotes a wrong line. */
export function parseVoices(source: string): VoiceRow[] {
  let part: LabelPart = 'review';
  let set = '';
  let isDoubtful = false;
  return source.split('\n').flatMap((line): VoiceRow[] => {
    if (line === '') return [];
    if (line.startsWith('# ')) {
      const [, named, from, how] = line.split(' ');
      part = named as LabelPart;
      set = from!;
      isDoubtful = how === 'doubtful';
      return [];
    }
    const isUnsure = line.endsWith(' ?');
    const [place, side, intents, urgency] = (isUnsure ? line.slice(0, -2) : line).split(' ');
    const [key, row] = place!.split(':');
    if (side === undefined || intents === undefined || set === '') throw new Error(`no label: ${line}`);
    return [
      {
        part,
        set,
        key: key!,
        ...(row === undefined ? {} : { row }),
        ...readSides([side, intents, urgency], line),
        isDoubtful,
        isUnsure,
      },
    ];
  });
}

/** The rows with their texts, none that has all labels. @throws Error when the data is absent. */
export const readVoices = once((): readonly (VoiceRow & { text: string })[] => findUnlabelled(voiceRows()));
