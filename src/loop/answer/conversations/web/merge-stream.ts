// One stream of what was said, noted and done, out of three lists of which two come page by page.
import type { CaseNote, TimelineEntry } from '../../../act/cases/core/case.contract.ts';
import type { ItemView } from '../core/conversation.contract.ts';

export type StreamLine =
  | { kind: 'said'; id: string; at: string; item: ItemView }
  | { kind: 'note'; id: string; at: string; note: CaseNote }
  | { kind: 'event'; id: string; at: string; entry: TimelineEntry };

/** Events that only say that words exist which stand in the stream themselves, or what the next line says better. */
const SAID_BY_WORDS = new Set(['reply.sent', 'message.received', 'case.note_added', 'rating.alarmed']);

/** A case becomes verified by its gate, which says why; only what a member said by hand is told by the case itself. */
function isSaidBetter(entry: TimelineEntry): boolean {
  if (entry.type === 'case.verified') return typeof entry.data.how === 'string' && entry.data.how !== 'member';
  return entry.type === 'fix.verified' && entry.data.how === 'member';
}

interface Loaded<T> {
  items: readonly T[];
  hasMore: boolean;
}

/**
 * Newest first. Where a list has older pages not yet loaded, nothing older than its last line is shown, so that no line
 * appears later between two that were read already.
 */
export function mergeStream(
  said: Loaded<ItemView>,
  events: Loaded<TimelineEntry>,
  notes: readonly CaseNote[],
): StreamLine[] {
  const edge = Math.max(
    said.hasMore ? Date.parse(said.items.at(-1)?.at ?? '') || 0 : 0,
    events.hasMore ? Date.parse(events.items.at(-1)?.at ?? '') || 0 : 0,
  );
  const lines: StreamLine[] = [
    ...said.items.map((item) => ({ kind: 'said' as const, id: item.id, at: item.at, item })),
    ...notes.map((note) => ({ kind: 'note' as const, id: note.id, at: note.createdAt, note })),
    ...events.items
      .filter((entry) => !SAID_BY_WORDS.has(entry.type) && !isSaidBetter(entry))
      .map((entry) => ({ kind: 'event' as const, id: entry.id, at: entry.at, entry })),
  ];
  return lines
    .filter((line) => Date.parse(line.at) >= edge)
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
