// Reads the texts that were read for urgency alone, whose other labels nobody decided.
import { readFileSync } from 'node:fs';
import type { UrgencyReason } from '../../../judge.contract.ts';
import { findTexts } from '../find-texts.ts';
import type { LabelPlace } from '../labels.contract.ts';
import { isTrainingFold, readLabels } from '../read-labels.ts';

export interface UrgencyRow extends LabelPlace {
  /** Null when nobody has to act within the hour. */
  reason: UrgencyReason | null;
}

/** Every text read for urgency, alone or with all other labels, once. @throws Error when the data is absent. */
export function readUrgency(): { text: string; set: string; reason: UrgencyReason | null }[] {
  const rows = readFileSync(new URL('./urgency.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as UrgencyRow);
  const alone = findTexts(rows, isTrainingFold).found;
  const seen = new Set(alone.map((row) => row.key));
  return [
    ...alone.map(({ text, set, reason }) => ({ text, set, reason })),
    ...readLabels()
      .filter((row) => !seen.has(row.key))
      .map(({ text, set, urgency }) => ({ text, set, reason: urgency.reason })),
  ];
}
