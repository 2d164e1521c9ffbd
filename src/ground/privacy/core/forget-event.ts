// Decides what of an event may stay when the person it is about is erased: what happened and when, not whose words.
import { ERASED, type QuoteFinder, walkTexts } from '../../../text/quoting.ts';

export interface RememberedEvent {
  subject: string | null;
  actorId: string;
  actorName: string;
  data: unknown;
}

/** Under these names stand sentences somebody wrote. */
const WRITTEN = new Set([
  'note',
  'text',
  'message',
  'title',
  'comment',
  'quote',
  'body',
  'statement',
  'answer',
  'words',
]);
/** A name out of a list of ours (`not_fixed`), or a number, date or id: says nothing of a person. */
const WORD_OF_OURS = /^(?:[a-z]+(?:[._][a-z0-9]+)*|[a-z]{2,5}_[0-9a-z]{26}|[\d\-:.TZ+]+)$/;

/**
 * @param of.isHis true for an event about what is his alone: every written sentence goes, not only quotes
 * @returns the event without him; the very same object when nothing had to go
 */
export function forgetInEvent<E extends RememberedEvent>(
  event: E,
  of: { personId: string; isHis: boolean; quotes: QuoteFinder },
): E {
  const data = walkTexts(event.data, (text, key) => {
    if (text === of.personId) return null;
    if (text === '' || text === ERASED) return text;
    if (of.isHis && (WRITTEN.has(key) || !WORD_OF_OURS.test(text))) return ERASED;
    return !WORD_OF_OURS.test(text) && of.quotes(text) ? ERASED : text;
  });
  const isActor = event.actorId === of.personId;
  const isSubject = event.subject === of.personId;
  if (data === event.data && !isActor && !isSubject) return event;
  return {
    ...event,
    data,
    ...(isSubject ? { subject: null } : {}),
    ...(isActor ? { actorId: 'erased', actorName: ERASED } : {}),
  };
}
