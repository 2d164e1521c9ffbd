// Remembers who asked what in our own room, so that he is told when his question is answered, whoever asked it first.
import { keepNewest, oldestOf } from '../../../../kit/keep-newest.ts';
import type { QuestionGroup, RoomLine } from '../../analysis/core/analysis.contract.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import type { OwnAsk } from './frame.contract.ts';
import { looksLikeQuestion, sameWords } from './mix-lines.ts';

const MOST_ASKS = 20_000;
const MOST_WORDS = 20_000;
const MOST_TITLES = 5_000;
/** Asks of one viewer he sees again when he comes back. */
const OF_ONE = 8;

interface Ask extends OwnAsk {
  words: string;
}

export interface AskBook {
  /** Notes questions of our own viewers. */
  take(events: readonly LiveEvent[]): void;
  /** Learns which words belong to which group. */
  learn(lines: readonly RoomLine[], groups: readonly QuestionGroup[]): void;
  /** @returns whom to tell of this answer, by the keyed hash of his id */
  answer(groupId: string, text: string): { uid: string; ask: OwnAsk }[];
  asksOf(uid: string): OwnAsk[];
  titleOf(groupId: string): string | null;
  save(): SavedAsks;
}

export interface SavedAsks {
  asks: [uid: string, asks: { text: string; answer: string | null; words: string }[]][];
  groupOf: [string, string][];
  titles: [string, string][];
}

/** @param saved what `save` gave before */
export function createAskBook(saved?: SavedAsks): AskBook {
  const asks = new Map<string, Ask[]>(saved?.asks);
  const groupOf = new Map<string, string>(saved?.groupOf);
  const titles = new Map<string, string>(saved?.titles);
  /** Answers may come before the words are known to belong to their group. */
  const answered = new Map<string, string>();
  let count = [...asks.values()].reduce((sum, own) => sum + own.length, 0);

  function forgetOldest(): void {
    if (asks.size === 0) return;
    const oldest = oldestOf(asks);
    count -= asks.get(oldest)!.length;
    asks.delete(oldest);
  }

  function bind(text: string, groupId: string): void {
    const words = sameWords(text);
    groupOf.delete(words);
    groupOf.set(words, groupId);
    keepNewest(groupOf, MOST_WORDS);
  }

  return {
    take(events) {
      for (const event of events) {
        if (event.source !== 'own' || !event.user?.uid) continue;
        const isAsk = event.type === 'question' || (event.type === 'comment' && looksLikeQuestion(event.text));
        if (!isAsk) continue;
        const { uid } = event.user;
        const own = asks.get(uid) ?? [];
        const words = sameWords(event.text);
        if (own.some((ask) => ask.words === words && ask.answer === null)) continue;
        own.push({ text: event.text, answer: null, words });
        count += 1;
        if (own.length > OF_ONE) {
          own.shift();
          count -= 1;
        }
        asks.delete(uid);
        asks.set(uid, own);
        while (count > MOST_ASKS) forgetOldest();
      }
    },
    learn(lines, groups) {
      for (const line of lines) if (line.groupId) bind(line.text, line.groupId);
      for (const group of groups) {
        titles.set(group.groupId, group.title);
        bind(group.title, group.groupId);
        for (const sample of group.samples) bind(sample.text, group.groupId);
      }
      keepNewest(titles, MOST_TITLES);
    },
    answer(groupId, text) {
      answered.set(groupId, text);
      const told: { uid: string; ask: OwnAsk }[] = [];
      for (const [uid, own] of asks)
        for (const ask of own) {
          if (ask.answer !== null || groupOf.get(ask.words) !== groupId) continue;
          ask.answer = text;
          told.push({ uid, ask: { text: ask.text, answer: text } });
        }
      return told;
    },
    asksOf(uid) {
      return (asks.get(uid) ?? []).map(({ text, answer, words }) => {
        const group = groupOf.get(words);
        return { text, answer: answer ?? (group ? (answered.get(group) ?? null) : null) };
      });
    },
    titleOf: (groupId) => titles.get(groupId) ?? null,
    save: () => ({ asks: [...asks], groupOf: [...groupOf], titles: [...titles] }),
  };
}
