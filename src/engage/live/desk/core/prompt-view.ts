// Chooses what the host reads: a red alarm first, then the operator's note, then the questions handed over, then the longest wait.
import type { LiveAlert, QuestionGroup, RoomState } from '../../analysis/core/analysis.contract.ts';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import type { LiveMoney } from '../../stream/core/live-event.contract.ts';
import type { DeskBoard } from './desk.contract.ts';
import type { PromptLine, PromptView } from './prompt-view.contract.ts';
import { type SuggestedAnswer, suggestAnswer } from './suggest-answer.ts';

/** More than that nobody takes in while speaking. */
const NEXT_MAX = 3;
/** A question nobody handed over is shown once so many have asked it. */
const LEAST_ASKERS = 3;
/** Longer names of products are cut: a host knows them by their first words, and the type stays huge. */
const NAME_MAX = 16;

/** Words of one language; the prompter's page has no other way to sentences. */
export interface PromptWords {
  alarm(alert: LiveAlert, product: string | null): string;
  sayAlarm(alert: LiveAlert): string | null;
  money(amount: LiveMoney): string;
  shelf(field: 'price' | 'stock' | 'index', product: ShelfProduct): string;
  /** Words of viewers, with what was masked in them named in this language. */
  said(text: string): string;
}

export interface PromptInput {
  title: string;
  isSimulated: boolean;
  state: RoomState;
  board: DeskBoard;
  shelf: readonly ShelfProduct[];
}

/** @returns the view of a running show */
export function promptView(input: PromptInput, words: PromptWords): PromptView {
  const { state, board, shelf } = input;
  const product = (id: string | null) => shelf.find((one) => one.productId === id) ?? null;
  const lines: PromptLine[] = [];
  const alarm = state.alerts
    .filter((one) => one.state === 'open' && one.level === 'red' && one.kind !== 'wave')
    .sort((one, other) => other.raisedAt - one.raisedAt)[0];
  if (alarm) {
    const say = words.sayAlarm(alarm);
    lines.push({
      kind: 'alarm',
      text: words.alarm(alarm, nameOf(product(alarm.productId))),
      say: say ? { text: say, isApproved: false } : null,
      askers: alarm.people,
      since: alarm.since,
    });
  }
  if (board.note) lines.push({ kind: 'note', text: board.note.text, say: null, askers: null, since: null });
  for (const { group, text } of inOrder(state.groups, board))
    lines.push(questionLine(group, text, product(group.productId ?? state.onAir?.productId ?? null), words));
  const { onAir } = state;
  const until =
    board.countdown && board.countdown.productId === (onAir?.productId ?? null) ? board.countdown.until : null;
  return {
    show:
      state.endedAt === null
        ? { title: input.title, startedAt: state.startedAt, isSimulated: input.isSimulated }
        : null,
    now: Math.floor(state.now / 1000) * 1000,
    line: lines[0] ?? null,
    next: lines.slice(1, 1 + NEXT_MAX),
    onAir: onAir
      ? {
          title: onAir.title,
          index: onAir.index,
          price: onAir.price ? words.money(onAir.price) : null,
          since: onAir.since,
          until,
        }
      : null,
  };
}

/** Handed over by an operator, in that order; then those who waited longest times how many they are. */
function inOrder(groups: readonly QuestionGroup[], board: DeskBoard): { group: QuestionGroup; text: string | null }[] {
  const byId = new Map(groups.map((one) => [one.groupId, one]));
  const queued = board.queue.flatMap(({ groupId, text }) => {
    const group = byId.get(groupId);
    return group && (group.state === 'queued' || group.state === 'waiting') ? [{ group, text }] : [];
  });
  const known = new Set(queued.map((one) => one.group.groupId));
  const waiting = groups
    .filter((one) => one.state === 'waiting' && one.askers >= LEAST_ASKERS && !known.has(one.groupId))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, NEXT_MAX + 1);
  return [...queued, ...waiting.map((group) => ({ group, text: null }))];
}

function questionLine(
  group: QuestionGroup,
  approved: string | null,
  product: ShelfProduct | null,
  words: PromptWords,
): PromptLine {
  const found = approved ? null : suggestAnswer(group, product);
  return {
    kind: 'question',
    text: words.said(group.title),
    say: approved
      ? { text: approved, isApproved: true }
      : found
        ? { text: sayOf(found, product, words), isApproved: false }
        : null,
    askers: group.askers,
    since: group.firstAt,
  };
}

/** Latin letters count half: they are half as wide. */
function nameOf(product: ShelfProduct | null): string | null {
  if (!product) return null;
  let wide = 0;
  let name = '';
  for (const sign of product.title) {
    wide += sign < '\u0250' ? 0.5 : 1;
    if (wide > NAME_MAX) return `${name.trimEnd()}…`;
    name += sign;
  }
  return name;
}

function sayOf(found: SuggestedAnswer, product: ShelfProduct | null, words: PromptWords): string {
  if (found.text !== null) return found.text;
  return found.source.kind === 'shelf' && product ? words.shelf(found.source.field, product) : '';
}
