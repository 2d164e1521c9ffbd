// Reads the texts that were read for their intents alone, whose other labels nobody decided.
import { readFileSync } from 'node:fs';
import type { Intent } from '../../../judge.contract.ts';
import type { LabelPlace } from '../labels.contract.ts';
import { findUnlabelled } from '../read-labels.ts';

export interface IntentRow extends LabelPlace {
  /** Main one first, at most two; none is empty. */
  intents: Intent[];
}

/** The rows without their texts. */
export function intentRows(): IntentRow[] {
  return readFileSync(new URL('./intents.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as IntentRow);
}

/**
 * Texts about whose intents an earlier engine was unsure, each with what its reader decided; none that has all labels.
 * @throws Error when the data is absent.
 */
export function readIntents(): (IntentRow & { text: string })[] {
  return findUnlabelled(intentRows());
}
