// Counts one interaction: one person one vote, late ones turned away and counted, everything absolute so that it can be shown at any time.
import type { InteractionDraft, QuestionHide } from './interaction-draft.contract.ts';
import { optionKeys } from './interaction-draft.contract.ts';

export interface TallyEntry {
  /** Keyed hash of the person; an entry of nobody does not count. */
  uid: string | undefined;
  name?: string | undefined;
  choice?: string | undefined;
  answer?: string | undefined;
  /** When it was accepted, by the clock of the server, ms. */
  at: number;
  /** Its place in the journal. */
  seq: number;
  /** The shop vouched for who this is. */
  isSigned?: boolean | undefined;
  /** Too many people of his network took part in the same minute. */
  isOverNetwork?: boolean | undefined;
}

export type Verdict =
  | 'counted'
  | 'changed'
  | 'second'
  | 'late'
  | 'no_such_choice'
  | 'sold_out'
  | 'nobody'
  | 'not_signed'
  | 'same_network'
  | 'too_many_questions';

export interface TallyQuestion {
  questionId: string;
  text: string;
  askedBy: string;
  isAnswered: boolean;
  hidden: QuestionHide | null;
  voters: Set<string>;
}

/** Entries that did not count, by reason. */
export interface Rejected {
  late: number;
  second: number;
  /** The shop did not vouch for them, where the rules ask for that. */
  unsigned: number;
  /** Too many of one network in a minute. */
  network: number;
  other: number;
}

export interface TallyWindow {
  opensMs: number;
  closesMs: number | null;
}

export interface Tally {
  take(entry: TallyEntry): Verdict;
  /** No entry counts from now on. */
  freeze(): void;
  readonly isFrozen: boolean;
  readonly people: number;
  rejected(): Rejected;
  /** Whether somebody took part already. */
  has(uid: string): boolean;
  /** Votes by key, in the order of the options. */
  votes(): Map<string, number>;
  choiceOf(uid: string): string | null;
  /** Names of the first who chose it (quiz) or who agreed to be thanked (roll-call), as shown. */
  names(key: string | null, most: number): string[];
  /** Place of somebody among those who took part, from 1. */
  placeOf(uid: string): number | null;
  questions(): TallyQuestion[];
  mark(questionId: string, how: { isAnswered: true } | { hidden: QuestionHide }): boolean;
  /** `uid ⏎ choice` of everybody, sorted: for the hash of the entries. */
  lines(): string[];
  save(): SavedTally;
}

/** Everything counted, small: each person once as a word of a long line. */
export interface SavedTally {
  isFrozen: boolean;
  rejected: Partial<Rejected>;
  /** Of a poll or quiz one line for each option; of the others one, in the order of coming. */
  people: string[];
  named: { uid: string; name: string }[];
  /** `by` and `voters` are places in `people`. */
  questions: (Pick<TallyQuestion, 'questionId' | 'text' | 'isAnswered' | 'hidden'> & {
    by: number;
    voters: number[];
  })[];
}

const MOST_QUESTIONS = 5000;
const QUESTIONS_EACH = 5;
const NAMES_KEPT = 300;

/** @param saved what `save` gave; the same entries afterwards then come to the same tally */
export function createTally(draft: InteractionDraft, window: TallyWindow, saved?: SavedTally): Tally {
  const keys = optionKeys(draft);
  const counts = keys.map(() => 0);
  /** uid → place of the option, or the place in the order of coming. */
  const people = new Map<string, number>();
  const named: { uid: string; name: string }[] = [];
  const questions = new Map<string, TallyQuestion>();
  const asked = new Map<string, number>();
  const said = new Map<string, string>();
  const rejected: Rejected = { late: 0, second: 0, unsigned: 0, network: 0, other: 0 };
  let isFrozen = false;
  if (saved) restore(saved);

  function restore(from: SavedTally): void {
    Object.assign(rejected, from.rejected);
    isFrozen = from.isFrozen;
    named.push(...from.named);
    const isVote = keys.length > 0;
    from.people.forEach((line, option) => {
      const uids = line === '' ? [] : line.split(' ');
      if (isVote) counts[option] = uids.length;
      for (const uid of uids) people.set(uid, isVote ? option : draft.kind === 'qna' ? 0 : people.size + 1);
    });
    const order = draft.kind === 'qna' ? [...people.keys()] : [];
    for (const { by, voters, ...question } of from.questions) {
      const askedBy = order[by]!;
      const { questionId, text } = question;
      questions.set(questionId, { ...question, askedBy, voters: new Set(voters.map((place) => order[place]!)) });
      said.set(key(text), questionId);
      asked.set(askedBy, (asked.get(askedBy) ?? 0) + 1);
    }
  }

  function vote(entry: TallyEntry & { uid: string }): Verdict {
    const option = keys.indexOf(entry.choice ?? '');
    if (option < 0) return 'no_such_choice';
    const before = people.get(entry.uid);
    if (before !== undefined) {
      if (draft.kind !== 'poll' || draft.secondVote === 'ignored' || before === option) return 'second';
      counts[before]! -= 1;
      counts[option]! += 1;
      people.set(entry.uid, option);
      return 'changed';
    }
    people.set(entry.uid, option);
    counts[option]! += 1;
    remember(entry);
    return 'counted';
  }

  function remember(entry: TallyEntry & { uid: string }): void {
    const isAsked = draft.kind === 'rollcall' || (draft.kind === 'quiz' && entry.choice === String(draft.answer));
    if (isAsked && entry.name && named.length < NAMES_KEPT) named.push({ uid: entry.uid, name: entry.name });
  }

  function ask(entry: TallyEntry & { uid: string }): Verdict {
    people.set(entry.uid, 0);
    if (entry.choice !== undefined) {
      const question = questions.get(entry.choice);
      if (!question || question.hidden) return 'no_such_choice';
      if (question.voters.has(entry.uid)) return 'second';
      question.voters.add(entry.uid);
      return 'counted';
    }
    const text = (entry.answer ?? '').trim();
    if (text === '') return 'no_such_choice';
    const twin = questions.get(said.get(key(text)) ?? '');
    if (twin && !twin.hidden) {
      // Asked in the same words: one more who wants to know.
      if (twin.voters.has(entry.uid)) return 'second';
      twin.voters.add(entry.uid);
      return 'counted';
    }
    const own = asked.get(entry.uid) ?? 0;
    if (own >= QUESTIONS_EACH || questions.size >= MOST_QUESTIONS) return 'too_many_questions';
    asked.set(entry.uid, own + 1);
    const questionId = `q${entry.seq}`;
    questions.set(questionId, {
      questionId,
      text,
      askedBy: entry.uid,
      isAnswered: false,
      hidden: null,
      voters: new Set([entry.uid]),
    });
    said.set(key(text), questionId);
    return 'counted';
  }

  function come(entry: TallyEntry & { uid: string }): Verdict {
    if (people.has(entry.uid)) return 'second';
    if (draft.kind === 'coupon' && draft.quantity !== null && people.size >= draft.quantity) return 'sold_out';
    people.set(entry.uid, people.size + 1);
    remember(entry);
    return 'counted';
  }

  return {
    take(entry) {
      const verdict = ((): Verdict => {
        const isLate =
          isFrozen || entry.at < window.opensMs || (window.closesMs !== null && entry.at > window.closesMs);
        if (isLate) return 'late';
        if (!entry.uid) return 'nobody';
        const known = entry as TallyEntry & { uid: string };
        if (draft.signedOnly && !entry.isSigned) return 'not_signed';
        if (entry.isOverNetwork && !people.has(known.uid)) return 'same_network';
        if (draft.kind === 'poll' || draft.kind === 'quiz') return vote(known);
        return draft.kind === 'qna' ? ask(known) : come(known);
      })();
      if (verdict === 'late') rejected.late += 1;
      else if (verdict === 'second') rejected.second += 1;
      else if (verdict === 'not_signed') rejected.unsigned += 1;
      else if (verdict === 'same_network') rejected.network += 1;
      else if (verdict !== 'counted' && verdict !== 'changed') rejected.other += 1;
      return verdict;
    },
    freeze() {
      isFrozen = true;
    },
    get isFrozen() {
      return isFrozen;
    },
    get people() {
      return people.size;
    },
    rejected: () => ({ ...rejected }),
    has: (uid) => people.has(uid),
    votes: () => new Map(keys.map((key, at) => [key, counts[at]!])),
    choiceOf(uid) {
      const place = people.get(uid);
      return place === undefined ? null : (keys[place] ?? null);
    },
    names: (_key, most) => named.slice(0, most).map((one) => one.name),
    placeOf: (uid) => (keys.length > 0 || draft.kind === 'qna' ? null : (people.get(uid) ?? null)),
    questions: () => [...questions.values()].sort(byVotes),
    mark(questionId, how) {
      const question = questions.get(questionId);
      if (!question) return false;
      if ('hidden' in how) question.hidden = how.hidden;
      else question.isAnswered = true;
      return true;
    },
    save() {
      const lines: string[][] = keys.length > 0 ? keys.map(() => []) : [[]];
      for (const [uid, place] of people) lines[keys.length > 0 ? place : 0]!.push(uid);
      const places = new Map(questions.size > 0 ? lines[0]!.map((uid, at) => [uid, at]) : []);
      return {
        isFrozen,
        rejected: { ...rejected },
        people: lines.map((line) => line.join(' ')),
        named: [...named],
        questions: [...questions.values()].map(({ askedBy, voters, ...question }) => ({
          ...question,
          by: places.get(askedBy)!,
          voters: [...voters].map((uid) => places.get(uid)!),
        })),
      };
    },
    lines: () => [...people].map(([uid, place]) => `${uid}\n${keys[place] ?? place}`).sort(),
  };
}

/** The published order of questions: unanswered first, then more distinct voters, then asked earlier. */
function byVotes(one: TallyQuestion, other: TallyQuestion): number {
  return (
    Number(one.isAnswered) - Number(other.isAnswered) ||
    other.voters.size - one.voters.size ||
    Number(one.questionId.slice(1)) - Number(other.questionId.slice(1))
  );
}

const key = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
