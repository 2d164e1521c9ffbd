// What viewers of one room see, built from its events: recent lines, counters, the product on air, answers, what was taken away.
import { keepNewest } from '../../../../kit/keep-newest.ts';
import type { InteractionView } from '../../interactions/core/interaction.contract.ts';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import type { LiveEvent, LiveUser } from '../../stream/core/live-event.contract.ts';
import {
  compactInteraction,
  type Frame,
  type FrameInteraction,
  type FrameLine,
  type FrameOnAir,
  LINE_FLAG,
  type Snapshot,
} from './frame.contract.ts';
import { createLineMixer, looksLikeQuestion, sameWords } from './mix-lines.ts';

export interface ScreenRoom {
  slug: string;
  title: string;
  startedAt: number;
  isSimulated: boolean;
}

/** What the moment adds to what was heard. */
export interface Moment {
  now: number;
  online: number;
  tick: number;
  /** Bytes this frame may have, more or less; urgent things go out all the same. */
  bytes: number;
  shelf: readonly ShelfProduct[];
  interactions: readonly InteractionView[];
}

export interface RoomScreen {
  /** @param isReplay the process reads its journal again: nothing of it is news */
  take(events: readonly LiveEvent[], isReplay: boolean): void;
  /** Takes a line from viewers; the words of a merged line go with it. */
  hide(eventId: string, reason: string): void;
  restore(eventId: string): void;
  answered(question: string, answer: string): void;
  /** @returns the frame of this tick, or null when there is nothing to say */
  frame(moment: Moment): Frame | null;
  snapshot(moment: Moment): Snapshot;
  end(): void;
  likes(): number;
  hiddenByReason(): Record<string, number>;
  /** What is needed to go on from here after a restart. */
  save(): SavedScreen;
}

export interface SavedScreen {
  likes: number;
  n: number;
  onAir: FrameOnAir | null;
  shown: FrameLine[];
  answers: [string, string][];
  hidden: [string, string][];
}

const RECENT = 600;
const IN_SNAPSHOT = 30;
const LINES_A_TICK = 20;
/** Interactions change with every vote; a screen cannot show more than this many states a second. */
const INTERACTION_MS = 900;
/** A frame at least so often, so that a page knows that it still hears us. */
const BEAT_MS = 5_000;

interface Heard {
  seq: number;
  id: string;
  text: string;
  name: string | null;
  flags: number;
  words: string;
  hidden: string | null;
}

/**
 * @param random even numbers from 0 to 1, for the sample of lines
 * @param saved what `save` gave before
 */
export function createRoomScreen(room: ScreenRoom, random: () => number, saved?: SavedScreen): RoomScreen {
  const mixer = createLineMixer(random);
  const heard = new Map<string, Heard>();
  const hidden = new Map<string, string>(saved?.hidden);
  let shown: FrameLine[] = saved?.shown ?? [];
  let removed: number[] = [];
  let answers: [string, string][] = saved?.answers ?? [];
  let newAnswers: [string, string][] = [];
  let onAir: FrameOnAir | null = saved?.onAir ?? null;
  let likes = saved?.likes ?? 0;
  // Frames sent since the last save are not counted: a page that saw them takes a jump for a hole and reads a snapshot.
  let n = (saved?.n ?? 0) + (saved ? 100_000 : 0);
  let hasEnded = false;
  let shelfSeen: readonly ShelfProduct[] | null = null;
  let shelfVersion = 0;
  let sent = { at: 0, online: -1, likes: -1, onAir: 'never', shelf: -1, end: false, interactionsAt: 0 };
  let versions = new Map<string, string>();

  function flagsOf(user: LiveUser | undefined, text: string, isQuestion: boolean): number {
    const role = user?.role;
    return (
      (isQuestion || looksLikeQuestion(text) ? LINE_FLAG.question : 0) +
      (user?.buyer ? LINE_FLAG.buyer : 0) +
      (role === 'fan' || role === 'member' || user?.follower ? LINE_FLAG.member : 0) +
      (role === 'host' || role === 'staff' || role === 'mod' ? LINE_FLAG.staff : 0) +
      (user?.newcomer ? LINE_FLAG.newcomer : 0)
    );
  }

  function hear(event: LiveEvent, text: string, extra: number, isReplay: boolean): void {
    const name = event.user?.name ?? null;
    const flags = flagsOf(event.user, text, event.type === 'question') | extra;
    const words = sameWords(text);
    heard.set(event.id, {
      seq: event.seq,
      id: event.id,
      text,
      name,
      flags,
      words,
      hidden: hidden.get(event.id) ?? null,
    });
    keepNewest(heard, RECENT);
    if (hidden.has(event.id)) return;
    if (isReplay) {
      shown = [...shown, [event.seq, text, name, flags, 1] as FrameLine].slice(-IN_SNAPSHOT);
      return;
    }
    mixer.take({ id: event.seq, text, name, flags }, event.rts);
  }

  function hide(eventId: string, reason: string): void {
    if (!hidden.has(eventId)) hidden.set(eventId, reason);
    const line = heard.get(eventId);
    if (!line || line.hidden) return;
    for (const same of heard.values()) {
      if (same.words !== line.words || same.hidden) continue;
      same.hidden = reason;
      mixer.remove(same.seq);
      // Its sender sees it already, even when nobody else was shown it.
      removed.push(same.seq);
      shown = shown.filter((one) => one[0] !== same.seq);
    }
  }

  function takeOne(event: LiveEvent, isReplay: boolean): void {
    if (event.type === 'comment') hear(event, event.text, 0, isReplay);
    else if (event.type === 'question') hear(event, event.text, LINE_FLAG.question, isReplay);
    else if (event.type === 'superchat') hear(event, event.text, LINE_FLAG.paid, isReplay);
    else if (event.type === 'like') likes = Math.max(likes + event.count, event.total ?? 0);
    else if (event.type === 'viewer.count') likes = Math.max(likes, event.likes ?? 0);
    else if (event.type === 'comment.remove' && event.targetId) hide(event.targetId, event.reason ?? event.by);
    else if (event.type === 'moderation.action') {
      if (event.action === 'hide') hide(event.targetId, event.reasonCode ?? 'other');
      if (event.action === 'restore') restore(event.targetId);
    } else if (event.type === 'product.pin' && event.productId) {
      const isOn = event.action === 'pin' || event.action === 'explain.start';
      if (isOn)
        onAir = {
          id: event.productId,
          index: event.index ?? null,
          title: event.title ?? '',
          price: event.price ?? null,
        };
      else if (onAir?.id === event.productId && event.action === 'unpin') onAir = null;
    } else if (event.type === 'product.pin' && event.action === 'unpin') onAir = null;
  }

  function restore(eventId: string): void {
    hidden.delete(eventId);
    const line = heard.get(eventId);
    if (!line?.hidden) return;
    line.hidden = null;
    mixer.take({ id: line.seq, text: line.text, name: line.name, flags: line.flags }, 0);
  }

  /** Title, number and price of the shelf stand in for what the pin did not say. */
  function seeShelf(shelf: readonly ShelfProduct[]): void {
    if (shelf !== shelfSeen) {
      shelfSeen = shelf;
      shelfVersion += 1;
    }
    const own = onAir && shelf.find((item) => item.productId === onAir!.id);
    if (onAir && own) onAir = { id: onAir.id, index: own.index, title: own.title, price: own.price };
  }

  function changedInteractions(moment: Moment): FrameInteraction[] {
    if (moment.now - sent.interactionsAt < INTERACTION_MS) return [];
    const changed: FrameInteraction[] = [];
    const seen = new Map<string, string>();
    for (const view of moment.interactions) {
      const mark = `${view.version} ${view.state}`;
      seen.set(view.interactionId, mark);
      if (versions.get(view.interactionId) !== mark) changed.push(compactInteraction(view));
    }
    versions = seen;
    if (changed.length > 0) sent.interactionsAt = moment.now;
    return changed;
  }

  return {
    take(events, isReplay) {
      for (const event of events) takeOne(event, isReplay);
      if (isReplay) removed = [];
    },
    hide,
    restore,
    answered(question, answer) {
      newAnswers.push([question, answer]);
      answers = [...answers, [question, answer] as [string, string]].slice(-10);
    },
    frame(moment) {
      seeShelf(moment.shelf);
      const interactions = changedInteractions(moment);
      const air = JSON.stringify(onAir);
      const frame: Frame = { n: n + 1, t: moment.now };
      const { lines, again } = mixer.drain(moment.now, { lines: LINES_A_TICK, bytes: moment.bytes });
      if (lines.length > 0) frame.c = lines;
      if (again.length > 0) frame.u = again;
      if (removed.length > 0) frame.x = removed;
      if (moment.online !== sent.online) frame.o = moment.online;
      if (likes !== sent.likes) frame.l = likes;
      if (air !== sent.onAir) frame.p = onAir;
      if (shelfVersion !== sent.shelf) frame.s = shelfVersion;
      if (interactions.length > 0) frame.i = interactions;
      if (newAnswers.length > 0) frame.h = newAnswers;
      if (hasEnded && !sent.end) frame.end = 1;
      const counts = new Map(again);
      shown = [
        ...shown.map((line): FrameLine => {
          const count = counts.get(line[0]);
          return count ? [line[0], line[1], line[2], line[3], count] : line;
        }),
        ...lines,
      ].slice(-IN_SNAPSHOT);
      removed = [];
      newAnswers = [];
      const isEmpty = Object.keys(frame).length === 2;
      if (isEmpty && moment.now - sent.at < BEAT_MS) return null;
      n = frame.n;
      sent = {
        ...sent,
        at: moment.now,
        online: moment.online,
        likes,
        onAir: air,
        shelf: shelfVersion,
        end: hasEnded,
      };
      return frame;
    },
    snapshot(moment) {
      seeShelf(moment.shelf);
      return {
        n,
        t: moment.now,
        snap: 1,
        room,
        c: shown,
        o: moment.online,
        l: likes,
        p: onAir,
        s: shelfVersion,
        i: moment.interactions.map(compactInteraction),
        h: answers,
        tick: moment.tick,
        hidden: this.hiddenByReason(),
      };
    },
    end() {
      hasEnded = true;
    },
    likes: () => likes,
    save: () => ({ likes, n, onAir, shown, answers, hidden: [...hidden] }),
    hiddenByReason() {
      const sums: Record<string, number> = {};
      for (const reason of hidden.values()) sums[reason] = (sums[reason] ?? 0) + 1;
      return sums;
    },
  };
}
