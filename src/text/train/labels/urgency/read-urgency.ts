// Reads the texts that were read for urgency alone, whose other labels nobody decided.
import { readFileSync } from 'node:fs';
import type { UrgencyReason } from '../../../judge.contract.ts';
import { findTexts } from '../find-texts.ts';
import type { LabelPlace } from '../labels.contract.ts';
import { isTrainingFold, readLabels } from '../read-labels.ts';
import { readVoices } from '../voices/read-voices.ts';

export interface UrgencyRow extends LabelPlace {
  /** Null when nobody has to act within the hour. */
  reason: UrgencyReason | null;
}

/** A text that somebody read, with what must be acted upon. */
export interface UrgencyText {
  text: string;
  reason: UrgencyReason | null;
  /** Taken as it came, with many others in which nothing is urgent. */
  isPlain: boolean;
}

/** Every text read for urgency, alone or with other labels, once; none over whose alarm the reader hesitated. @throws Error when the data is absent. */
export function readUrgency(): UrgencyText[] {
  const rows = readFileSync(new URL('./urgency.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as UrgencyRow);
  const alone = findTexts(rows, isTrainingFold).found;
  const seen = new Set(alone.map((row) => row.key));
  return [
    ...alone.map(({ text, reason }) => ({ text, reason, isPlain: false })),
    ...readLabels()
      .filter((row) => !seen.has(row.key) && seen.add(row.key))
      .map(({ text, urgency }) => ({ text, reason: urgency.reason, isPlain: false })),
    ...readVoices()
      .filter((row) => !seen.has(row.key) && !(row.isUnsure && row.reason !== null))
      .map(({ text, reason, isDoubtful }) => ({ text, reason, isPlain: !isDoubtful && reason === null })),
  ];
}
