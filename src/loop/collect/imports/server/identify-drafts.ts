// Gives rows without an id a stable one made of their content, so that importing a file twice records nothing twice.
import { createHash } from 'node:crypto';
import type { FeedbackDraft } from '../../intake/core/feedback.contract.ts';
import { contentKey } from '../core/content-key.ts';
import { OccurrenceCounter } from './occurrence-counter.ts';

/** Suffix of the external id of a follow-up review. */
export const FOLLOW_UP_SUFFIX = ':followup';

/** Numbers equal rows of one file 1, 2, 3 …, so that two customers who both wrote "好评" stay two. One for each run over a file, fed from its first row. */
export class DraftIdentifier {
  private readonly counter = new OccurrenceCounter();
  /** Whether any row had to be numbered by its content; then a later run must start counting from the first row. */
  hasCounted = false;

  /** Fills in `externalId` (and `followsExternalId` of a follow-up) of one row's drafts, in place. */
  identify(drafts: FeedbackDraft[]): void {
    const [first, ...rest] = drafts;
    if (!first) return;
    if (first.externalId === undefined) {
      this.hasCounted = true;
      const hash = createHash('sha256').update(contentKey(first)).digest();
      const nth = this.counter.add(hash.readUInt32LE(0), hash.readUInt32LE(4));
      first.externalId = `row:${hash.toString('base64url', 0, 16)}:${nth}`;
    }
    for (const draft of rest) {
      draft.externalId = first.externalId + FOLLOW_UP_SUFFIX;
      draft.followsExternalId = first.externalId;
    }
  }
}
