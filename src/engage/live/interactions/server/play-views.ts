// Shows an interaction as everybody sees it: absolute, with a version, winners and names masked.
import { type DrawPlay, type DrawRow, maskName, publicPathOf } from '../../draws/server/door.ts';
import type { InteractionView } from '../core/interaction.contract.ts';
import { optionKeys } from '../core/interaction-draft.contract.ts';
import type { OwnPlay } from './show-plays.ts';

const MOST_QUESTIONS = 20;
const MOST_NAMES = 10;

const EMPTY = {
  options: [],
  keyword: null,
  answer: null,
  rulesHash: null,
  commitment: null,
  resultHash: null,
  prizes: [],
  questions: [],
  publicUrl: null,
};

export function viewOfOwn({ row, tally, version }: OwnPlay): InteractionView {
  const { draft } = row;
  const votes = tally.votes();
  const isFinal = row.state === 'final';
  // Roll-call shows those who agreed to be thanked, by the name they are shown with; a quiz the first who knew, masked.
  const names = draft.kind === 'rollcall' ? tally.names(null, 100) : tally.names(null, MOST_NAMES).map(maskName);
  const hasVotes = 'options' in draft && (isFinal || (draft.kind === 'poll' && draft.shows === 'always'));
  const rejected = tally.rejected();
  return {
    ...EMPTY,
    interactionId: row.id,
    kind: draft.kind,
    state: row.state === 'open' && tally.isFrozen ? 'closed' : row.state,
    version,
    title: draft.title,
    options: optionKeys(draft).map((key, at) => ({
      key,
      label: 'options' in draft ? draft.options[at]! : key,
      votes: hasVotes ? (votes.get(key) ?? 0) : null,
    })),
    people: tally.people,
    rejected: rejected.late + rejected.second + rejected.unsigned + rejected.network + rejected.other,
    uncounted: { network: rejected.network, unsigned: rejected.unsigned },
    signedOnly: draft.signedOnly ?? false,
    opensAt: row.opensAt.getTime(),
    closesAt: row.closesAt?.getTime() ?? null,
    keyword: draft.keyword,
    answer: draft.kind === 'quiz' && isFinal ? String(draft.answer) : null,
    rulesHash: row.rulesHash,
    resultHash: row.resultHash,
    prizes:
      draft.kind === 'coupon'
        ? [{ name: draft.value, count: draft.quantity ?? 0, valueMinor: 0, currency: 'CNY', winners: [] }]
        : draft.kind === 'rollcall'
          ? [{ name: draft.thanksFor, count: tally.people, valueMinor: 0, currency: 'CNY', winners: names }]
          : draft.kind === 'quiz' && isFinal
            ? [{ name: draft.title, count: names.length, valueMinor: 0, currency: 'CNY', winners: names }]
            : [],
    questions: tally
      .questions()
      .filter((one) => !one.hidden)
      .slice(0, MOST_QUESTIONS)
      .map(({ questionId, text, voters, isAnswered }) => ({ questionId, text, votes: voters.size, isAnswered })),
    publicUrl: row.state === 'final' ? `/live/results/${row.id}` : null,
  };
}

export function viewOfDraw({
  row,
  play,
  version,
  uncounted,
}: {
  row: DrawRow;
  play: DrawPlay | null;
  version: number;
  uncounted: { network: number; unsigned: number };
}): InteractionView {
  const rules = row.rules!;
  const { opened, closed, outcome } = row.records!;
  const rejected = closed?.rejected ?? play?.rejected ?? { late: 0, second: 0, excluded: 0 };
  return {
    ...EMPTY,
    interactionId: row.id,
    kind: 'lottery',
    state: row.state,
    version,
    title: rules.title,
    people: closed?.count ?? play?.list.count ?? 0,
    rejected: rejected.late + rejected.second + rejected.excluded,
    uncounted: { ...uncounted },
    signedOnly: rules.entry.signedOnly ?? false,
    opensAt: Date.parse(rules.opensAt),
    closesAt: Date.parse(rules.closesAt),
    keyword: rules.entry.keyword,
    rulesHash: opened.rulesHash,
    commitment: opened.commitment,
    prizes: rules.prizes.map((prize, at) => ({
      name: prize.name,
      count: prize.count,
      valueMinor: prize.value.minor,
      currency: prize.value.currency,
      winners: (outcome?.winners ?? [])
        .filter((winner) => winner.prize === at && (winner.state === 'waiting' || winner.state === 'claimed'))
        .map((winner) => winner.name),
    })),
    publicUrl: publicPathOf(row.id),
  };
}
