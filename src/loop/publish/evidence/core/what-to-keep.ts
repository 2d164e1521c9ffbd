// Which news becomes evidence, and which plain facts of it: never a free text, a name or a contact of anybody.
import type { Plain } from './canonical.ts';
import type { LeafKind } from './leaf.ts';

export interface News {
  id: string;
  type: string;
  subject: string | null;
  data: unknown;
  at: Date;
}

interface Rule {
  kind: LeafKind;
  /** Fields of the event's data that are kept, all of them plain facts. */
  fields: readonly string[];
}

/** Handling steps, promises and publications; receipts of feedback are made from the feedback itself. */
export const KEPT_NEWS: Record<string, Rule> = {
  'case.opened': { kind: 'step', fields: ['number', 'rule', 'theme', 'feedbackIds'] },
  'case.feedback_joined': { kind: 'step', fields: ['feedbackIds', 'rule'] },
  'case.triaged': { kind: 'step', fields: [] },
  'case.status_changed': { kind: 'step', fields: ['from', 'to'] },
  'case.resolved': { kind: 'step', fields: ['resolution', 'tell'] },
  'case.reopened': { kind: 'step', fields: ['by'] },
  'case.confirmed_by_person': { kind: 'step', fields: ['resolution'] },
  'case.verified': { kind: 'step', fields: [] },
  'case.closed': { kind: 'step', fields: [] },
  'reply.sent': { kind: 'step', fields: ['way'] },
  'rating.given': { kind: 'step', fields: ['score'] },
  'fix.verified': { kind: 'step', fields: ['round', 'how'] },
  'fix.disputed': { kind: 'step', fields: ['round', 'how'] },
  'callback.done': { kind: 'step', fields: ['outcome'] },
  'promise.made': { kind: 'promise', fields: ['promiseId', 'dueAt'] },
  'promise.kept': { kind: 'promise', fields: ['promiseId'] },
  'promise.missed': { kind: 'promise', fields: ['promiseId'] },
  'report.published': { kind: 'report', fields: ['reportId', 'version', 'digest'] },
};

/** What is kept of one piece of news; null for news without evidence. */
export function keptOf(news: News): { kind: LeafKind; content: { [key: string]: Plain } } | null {
  const rule = KEPT_NEWS[news.type];
  if (!rule) return null;
  const data = (news.data ?? {}) as Record<string, Plain>;
  const content: { [key: string]: Plain } = { what: news.type, at: news.at.toISOString() };
  if (news.subject) content.of = news.subject;
  for (const field of rule.fields) {
    const value = data[field];
    if (value !== undefined) content[field] = value;
  }
  return { kind: rule.kind, content };
}

export interface ReceivedVoice {
  id: string;
  channel: string;
  title: string | null;
  text: string;
  rating: number | null;
  occurredAt: Date;
  receivedAt: Date;
}

/** The content of a receipt: what was said (personal data masked), where, when it was said and when we had it. */
export function receiptOf(voice: ReceivedVoice): { [key: string]: Plain } {
  return {
    what: 'feedback.received',
    of: voice.id,
    channel: voice.channel,
    title: voice.title,
    text: voice.text,
    rating: voice.rating,
    said: voice.occurredAt.toISOString(),
    at: voice.receivedAt.toISOString(),
  };
}
