// All interactions of one show in memory: fed with the journal, live or read again, it always comes to the same state.
import type { Result } from '../../../../kit/result.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { DrawPlay, DrawRow, SavedDrawPlay } from '../../draws/server/door.ts';
import type { LiveEvent, LiveEventOf } from '../../stream/core/live-event.contract.ts';
import type { InteractionView } from '../core/interaction.contract.ts';
import { optionKeys } from '../core/interaction-draft.contract.ts';
import type { EntryAnswer, EntryRefusal } from '../core/interaction-routes.contract.ts';
import { isWordTyped, optionTyped, questionTyped } from '../core/match-keyword.ts';
import { createTally, type SavedTally, type Tally } from '../core/tally.ts';
import { codeOf } from './coupon-code.ts';
import type { InteractionRow, InteractionSecret } from './interaction.store.ts';
import { viewOfDraw, viewOfOwn } from './play-views.ts';

type InteractionNews = LiveEventOf<
  'interaction.open' | 'interaction.update' | 'interaction.close' | 'interaction.result'
>;

export interface OwnPlay {
  row: InteractionRow;
  secret: InteractionSecret;
  tally: Tally;
  version: number;
}

interface DrawInShow {
  row: DrawRow;
  /** Null once the list is no longer needed. */
  play: DrawPlay | null;
  version: number;
  /** People the rules left out, for the operator; the public record counts them as left out. */
  uncounted: { network: number; unsigned: number };
}

/** A line of danmaku that counts as an entry. */
export interface TypedEntry {
  comment: Pick<LiveEventOf<'comment'>, 'seq' | 'rts' | 'user' | 'uncounted'>;
  interactionId: string;
  choice?: string;
  answer?: string;
}

interface Saved<Counted> {
  version: number;
  counted: Counted;
  uncounted?: DrawInShow['uncounted'];
}

/** Everything needed to go on without reading the journal from its beginning. */
export interface SavedPlays {
  comments: { id: string; text: string }[];
  own: Record<string, Saved<SavedTally>>;
  draws: Record<string, Saved<SavedDrawPlay>>;
}

export interface ShowPlays {
  /** @param saved of the same interaction, when the journal is told from there on */
  addOwn(row: InteractionRow, secret: InteractionSecret, saved?: Saved<SavedTally>): void;
  addDraw(row: DrawRow, play: DrawPlay | null, saved?: Partial<Saved<unknown>>): void;
  /** Whether somebody takes part already. */
  has(id: string, uid: string): boolean;
  save(): SavedPlays;
  own(id: string): OwnPlay | undefined;
  draw(id: string): DrawInShow | undefined;
  /** Everything of one kind that takes entries now. */
  openOnes(): { own: OwnPlay[]; draws: DrawInShow[] };
  /** @returns the answer to an entry, for whoever waits for it */
  take(event: LiveEvent): Result<EntryAnswer, EntryRefusal> | null;
  /** What a line of danmaku means to what is open. */
  read(comment: Pick<LiveEventOf<'comment'>, 'kind' | 'text'> & TypedEntry['comment']): TypedEntry[];
  /** What somebody has of an interaction by now. */
  mine(id: string, uid: string): EntryAnswer | null;
  touch(id: string): void;
  /** The newest public comments, oldest first. */
  lastComments(): { id: string; text: string }[];
  views(): InteractionView[];
}

const LAST_COMMENTS = 20;
const NOTHING = { choice: null, code: null, receipt: null };

/** @param lastComments the newest public ones at the moment of saving */
export function createShowPlays(lastComments: SavedPlays['comments'] = []): ShowPlays {
  const owns = new Map<string, OwnPlay>();
  const draws = new Map<string, DrawInShow>();
  const comments = [...lastComments];
  const shown = new Map<string, InteractionView>();

  function touch(id: string): void {
    const one = owns.get(id) ?? draws.get(id);
    if (!one) return;
    one.version += 1;
    shown.delete(id);
  }

  function kept(id: string, make: () => InteractionView): InteractionView {
    const view = shown.get(id) ?? make();
    shown.set(id, view);
    return view;
  }

  function keep(one: OwnPlay, uid: string): Omit<EntryAnswer, 'state'> {
    const isCoupon = one.row.draft.kind === 'coupon' && one.tally.placeOf(uid) !== null;
    return { ...NOTHING, choice: one.tally.choiceOf(uid), code: isCoupon ? codeOf(one.secret.codeKey, uid) : null };
  }

  function enterOwn(one: OwnPlay, event: LiveEventOf<'interaction.entry'>): Result<EntryAnswer, EntryRefusal> {
    const { user, choice, answer, seq } = event;
    const uid = user?.uid;
    const isOverNetwork = event.uncounted === 'network';
    const person = { uid, name: user?.name, isSigned: user?.signed, isOverNetwork };
    const verdict = one.tally.take({ ...person, choice, answer, at: momentOf(event), seq });
    touch(one.row.id);
    if (verdict === 'counted' || verdict === 'changed') return ok({ state: verdict, ...keep(one, uid!) });
    if (verdict === 'second') return ok({ state: 'same', ...keep(one, uid!) });
    return refuse(verdict);
  }

  function enterDraw(one: DrawInShow, event: LiveEventOf<'interaction.entry'>): Result<EntryAnswer, EntryRefusal> {
    const { user } = event;
    if (!one.play) return refuse('late');
    if (!user?.uid) return refuse('nobody');
    const leftOut =
      one.row.rules?.entry.signedOnly && !user.signed
        ? 'not_signed'
        : event.uncounted === 'network'
          ? 'same_network'
          : null;
    const entered = one.play.enter({ ...user, uid: user.uid, isLeftOut: leftOut !== null }, momentOf(event));
    touch(one.row.id);
    if (leftOut && !entered.ok && entered.reason === 'excluded') {
      one.uncounted[leftOut === 'not_signed' ? 'unsigned' : 'network'] += 1;
      return refuse(leftOut);
    }
    if (!entered.ok && entered.reason !== 'second') return refuse(entered.reason);
    return ok({ state: entered.ok ? 'counted' : 'same', ...NOTHING });
  }

  function note(event: InteractionNews): void {
    const one = owns.get(event.interactionId);
    const [what, questionId = '', reason] = (event.state ?? '').split(':');
    if (what === 'answered') one?.tally.mark(questionId, { isAnswered: true });
    if (what === 'hidden') one?.tally.mark(questionId, { hidden: reason as never });
    touch(event.interactionId);
  }

  return {
    addOwn(row, secret, saved) {
      const before = owns.get(row.id);
      const tally = before?.tally ?? createTally(row.draft, windowOf(row), saved?.counted);
      owns.set(row.id, { row, secret, tally, version: before?.version ?? saved?.version ?? 0 });
      touch(row.id);
    },
    addDraw(row, play, saved) {
      const before = draws.get(row.id);
      const uncounted = before?.uncounted ?? { network: 0, unsigned: 0, ...saved?.uncounted };
      draws.set(row.id, { row, play, version: before?.version ?? saved?.version ?? 0, uncounted });
      touch(row.id);
    },
    save: () => ({
      comments: [...comments],
      own: Object.fromEntries([...owns].map(([id, { version, tally }]) => [id, { version, counted: tally.save() }])),
      draws: Object.fromEntries(
        [...draws].flatMap(([id, { version, play, uncounted }]) =>
          play ? [[id, { version, counted: play.save(), uncounted: { ...uncounted } }]] : [],
        ),
      ),
    }),
    own: (id) => owns.get(id),
    draw: (id) => draws.get(id),
    has: (id, uid) => owns.get(id)?.tally.has(uid) ?? draws.get(id)?.play?.has(uid) ?? false,
    openOnes: () => ({
      own: [...owns.values()].filter((one) => one.row.state === 'open'),
      draws: [...draws.values()].filter((one) => one.row.state === 'open'),
    }),
    take(event) {
      if (event.type === 'comment') {
        comments.push({ id: event.id, text: event.text });
        if (comments.length > LAST_COMMENTS) comments.shift();
        return null;
      }
      // Only our own gate can vouch for an entry; a source from outside cannot bring votes.
      if (!('interactionId' in event) || event.trust !== 'own') return null;
      const own = owns.get(event.interactionId);
      const draw = draws.get(event.interactionId);
      if (event.type === 'interaction.entry') {
        return own ? enterOwn(own, event) : draw ? enterDraw(draw, event) : refuse('no_such_interaction');
      }
      if (event.type === 'interaction.close') {
        own?.tally.freeze();
        draw?.play?.freeze();
        touch(event.interactionId);
      }
      if (event.type === 'interaction.update') note(event as InteractionNews);
      return null;
    },
    read(comment) {
      const found: TypedEntry[] = [];
      if (comment.kind && comment.kind !== 'text') return found;
      for (const { row, tally } of owns.values()) {
        // What was said before it opened is told again after a restart, and is no entry of it.
        if (row.state !== 'open' || tally.isFrozen || comment.rts < row.opensAt.getTime()) continue;
        const { draft } = row;
        const entry = { comment, interactionId: row.id };
        if ('options' in draft && draft.typed) {
          const keys = optionKeys(draft);
          const choice = optionTyped(
            comment.text,
            draft.options.map((label, at) => ({ key: keys[at]!, label })),
          );
          if (choice) found.push({ ...entry, choice });
        } else if (draft.kind === 'qna' && draft.keyword) {
          const answer = questionTyped(comment.text, draft.keyword);
          if (answer) found.push({ ...entry, answer });
        } else if (draft.keyword && draft.kind !== 'rollcall' && isWordTyped(comment.text, draft.keyword))
          found.push(entry);
      }
      for (const { row, play } of draws.values()) {
        const word = row.state === 'open' && play ? row.rules?.entry.keyword : null;
        if (comment.rts < Date.parse(row.rules?.opensAt ?? '')) continue;
        if (word && isWordTyped(comment.text, word)) found.push({ comment, interactionId: row.id });
      }
      return found;
    },
    mine(id, uid) {
      const own = owns.get(id);
      if (own) return { state: 'same', ...keep(own, uid) };
      const draw = draws.get(id);
      const receipt = draw?.play?.receiptOf(uid) ?? null;
      return draw ? { state: 'same', ...NOTHING, receipt: receipt && { ...receipt } } : null;
    },
    touch,
    lastComments: () => [...comments],
    views() {
      const views: InteractionView[] = [];
      for (const [id, one] of owns) {
        views.push(kept(id, () => viewOfOwn(one)));
      }
      for (const [id, one] of draws) {
        views.push(kept(id, () => viewOfDraw(one)));
      }
      return views;
    },
  };
}

/** A typed entry counts from the moment its line was accepted, any other from its own. */
function momentOf(event: LiveEventOf<'interaction.entry'>): number {
  return event.by === 'keyword' ? Math.min(event.ts, event.rts) : event.rts;
}

/** By the rules: an end by hand stands in the journal and freezes the tally there, so that reading it again comes to the same. */
function windowOf({ opensAt, draft }: InteractionRow) {
  const opensMs = opensAt.getTime();
  return { opensMs, closesMs: draft.seconds === null ? null : opensMs + draft.seconds * 1000 };
}
