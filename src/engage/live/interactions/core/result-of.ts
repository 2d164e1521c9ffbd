// The result of an interaction as it is published: everything that was counted, in one record that always has the same hash.
import type { InteractionDraft } from './interaction-draft.contract.ts';
import { MOST_FROM_NETWORK } from './network-rule.ts';
import type { Rejected, Tally } from './tally.ts';

export interface InteractionResult {
  v: 1;
  interactionId: string;
  kind: InteractionDraft['kind'];
  title: string;
  rulesHash: string;
  opensAt: string;
  closedAt: string;
  people: number;
  rejected: Rejected;
  options?: { key: string; label: string; votes: number }[];
  /** Quiz: the right key and the salt with which its hash was published before. */
  answer?: { key: string; salt: string };
  questions?: { text: string; votes: number; isAnswered: boolean }[];
  /** How many questions were taken out afterwards, since who asked them is forgotten, and the hash from before. */
  forgotten?: { questions: number; formerHash: string };
  /** Questions not shown, by reason. */
  hidden?: Record<string, number>;
  quantity?: number | null;
  /** SHA-256 over `person ⏎ choice` of everybody, sorted: who recounts the journal finds the same. */
  entriesHash: string;
}

const MOST_QUESTIONS = 100;

export const FORGOTTEN = '—';

/** Published instead of a result that can no longer be counted. */
export interface VoidResult {
  v: 1;
  interactionId: string;
  kind: InteractionDraft['kind'];
  title: string;
  rulesHash: string;
  state: 'void';
  /** The show broke off and its journal is gone. */
  reason: 'journal_gone';
}

/** The questions that are published, in their order. */
function shownQuestions(tally: Tally) {
  return tally
    .questions()
    .filter((one) => !one.hidden)
    .slice(0, MOST_QUESTIONS);
}

/** Who asked each question of the result, beside it. */
export function askersOf(tally: Tally): string[] {
  return shownQuestions(tally).map((one) => one.askedBy);
}

/** The result without the words of these; null when they asked nothing in it. */
export function withoutWords(
  result: InteractionResult,
  askers: readonly string[],
  uids: ReadonlySet<string>,
  formerHash: string,
): { result: InteractionResult; askers: string[] } | null {
  const isTheirs = (at: number) => uids.has(askers[at] ?? '');
  const gone = askers.filter((uid) => uids.has(uid)).length;
  if (gone === 0 || !result.questions) return null;
  const before = result.forgotten;
  return {
    result: {
      ...result,
      questions: result.questions.map((one, at) => (isTheirs(at) ? { ...one, text: FORGOTTEN } : one)),
      forgotten: { questions: (before?.questions ?? 0) + gone, formerHash: before?.formerHash ?? formerHash },
    },
    askers: askers.map((uid) => (uids.has(uid) ? '' : uid)),
  };
}

export function resultOf(
  draft: InteractionDraft,
  tally: Tally,
  facts: { id: string; rulesHash: string; opensAt: string; closedAt: string; salt: string; entriesHash: string },
): InteractionResult {
  const votes = tally.votes();
  const questions = tally.questions();
  const hidden: Record<string, number> = {};
  for (const one of questions) if (one.hidden) hidden[one.hidden] = (hidden[one.hidden] ?? 0) + 1;
  return {
    v: 1,
    interactionId: facts.id,
    kind: draft.kind,
    title: draft.title,
    rulesHash: facts.rulesHash,
    opensAt: facts.opensAt,
    closedAt: facts.closedAt,
    people: tally.people,
    rejected: tally.rejected(),
    ...('options' in draft
      ? {
          options: draft.options.map((label, at) => ({
            key: String(at + 1),
            label,
            votes: votes.get(String(at + 1)) ?? 0,
          })),
        }
      : {}),
    ...(draft.kind === 'quiz' ? { answer: { key: String(draft.answer), salt: facts.salt } } : {}),
    ...(draft.kind === 'qna'
      ? {
          questions: shownQuestions(tally).map(({ text, voters, isAnswered }) => ({
            text,
            votes: voters.size,
            isAnswered,
          })),
          hidden,
        }
      : {}),
    ...(draft.kind === 'coupon' ? { quantity: draft.quantity } : {}),
    entriesHash: facts.entriesHash,
  };
}

/** The rules as published before the first entry; of a quiz the answer only as its hash. */
export function publicRules(draft: InteractionDraft, answerHash: string | null): Record<string, unknown> {
  const people = { perNetworkAndMinute: MOST_FROM_NETWORK };
  if (draft.kind !== 'quiz') return { v: 1, ...draft, ...people };
  const { answer: _answer, ...rules } = draft;
  return { v: 1, ...rules, ...people, answerHash };
}
