// Feeds the events of a show to what the analysis remembers, one by one, in event time.
import type { LiveEvent, LiveEventOf } from '../../stream/core/live-event.contract.ts';
import type { AnalysedProduct, Analyser, ShowAccount, Verdict } from './analyser.contract.ts';
import type { ProductSums, RoomPatch, RoomState } from './analysis.contract.ts';
import { answerByWords } from './answers.ts';
import { BUCKET_MS } from './bucket.contract.ts';
import { takeDeed } from './desk-deeds.ts';
import { Heart, type HeartOptions } from './heart.ts';
import { ENGAGED, ENTERED, FOLLOWED, LIKED, NEWCOMER, NOBODY } from './people.ts';
import { RoomView } from './room-view.ts';
import { takeComment } from './take-comment.ts';
import { takeOrder } from './take-order.ts';
import { SUM_AT } from './time-book.ts';

/** A clock of the platform further ahead of ours is wrong. */
const AHEAD_MS = 5 * 60_000;
const QUEUE = 4000;
const LEAST_SAMPLING = 0.05;
/** Events only the audience makes: their silence tells of a gap. */
const AUDIENCE: ReadonlySet<string> = new Set([
  'comment',
  'superchat',
  'gift',
  'like',
  'viewer.count',
  'viewer.enter',
  'viewer.follow',
  'viewer.share',
  'viewer.subscribe',
]);

export class RoomAnalyser implements Analyser {
  private readonly heart: Heart;
  private readonly view: RoomView;

  constructor(options: HeartOptions, saved?: string) {
    this.heart = new Heart(options);
    if (saved !== undefined) this.heart.load(saved);
    this.view = new RoomView(this.heart);
  }

  take(event: LiveEvent): void {
    const { heart } = this;
    const { totals, health, time, air } = heart;
    totals.version += 1;
    if (event.test === true) return;
    let at = Number.isFinite(event.ts) ? event.ts : event.rts;
    if (at > event.rts + AHEAD_MS) at = event.rts;
    const gap = AUDIENCE.has(event.type) ? health.hear(at, event.rts, event.source === 'own') : null;
    if (at > totals.now) totals.now = at;
    const newest = time.newest;
    const index = time.rollTo(at, air.current()?.productId ?? null);
    if (gap !== null) this.shade(gap.from, gap.to);
    if (time.newest !== newest) heart.alerts.quieten(totals.now);
    this.dispatch(event, at, Math.min(index, time.newest));
  }

  setShelf(items: readonly AnalysedProduct[]): void {
    this.heart.totals.version += 1;
    this.heart.shelf.set(items);
  }

  setBacklog(events: number): void {
    const { health } = this.heart;
    const sampling = events <= QUEUE ? 1 : Math.max(LEAST_SAMPLING, Math.round((QUEUE / events) * 20) / 20);
    if (sampling === health.sampling) return;
    health.sampling = sampling;
    this.heart.totals.version += 1;
  }

  addLosses(losses: { repeated?: number; unread?: number }): void {
    const { health, totals } = this.heart;
    health.repeated += losses.repeated ?? 0;
    health.unread += losses.unread ?? 0;
    totals.version += 1;
  }

  state(): RoomState {
    return this.view.state();
  }

  patch(): RoomPatch | null {
    return this.view.patch();
  }

  sums(): ProductSums[] {
    const { ledger, shelf, groups, air, totals } = this.heart;
    const answered = new Map<string, number>();
    for (const { group } of groups.groups.values())
      if (group.productId !== null && group.answeredAt !== null)
        answered.set(group.productId, (answered.get(group.productId) ?? 0) + 1);
    return ledger.sums(shelf, (productId) => answered.get(productId) ?? 0, air.current(), totals.endedAt ?? totals.now);
  }

  verdict(): Verdict | null {
    return this.heart.verdict.eventId === '' ? null : this.heart.verdict;
  }

  save(): string {
    return this.heart.save();
  }

  account(): ShowAccount {
    const { lines, groups, time, alerts, health } = this.heart;
    return {
      comments: time.session[SUM_AT.comments]!,
      merged: lines.merged,
      questions: time.session[SUM_AT.questions]!,
      groups: groups.seq,
      alerts: alerts.all().map((alert) => ({ ...alert })),
      gaps: [...health.gaps],
    };
  }

  private dispatch(event: LiveEvent, at: number, index: number): void {
    const { heart } = this;
    const { time, totals, people } = heart;
    switch (event.type) {
      case 'comment':
      case 'superchat':
        takeComment(heart, event, event.text, at, index, null);
        break;
      case 'question':
        takeComment(heart, event, event.text, at, index, event.votes ?? 0);
        break;
      case 'viewer.count':
        if (event.online !== undefined) {
          totals.online = event.online;
          time.online(event.online, index);
          const bucket = time.bucket(index);
          if (bucket !== null) bucket.online = event.online;
        }
        if (event.cumulative !== undefined) totals.cumulative = Math.max(totals.cumulative ?? 0, event.cumulative);
        break;
      case 'viewer.enter': {
        totals.hasEntries = true;
        time.add('views', index, event.count ?? 1);
        const person = people.of(event.user, at);
        if (person === NOBODY) break;
        if (event.user?.newcomer === true) people.mark(person, NEWCOMER);
        time.crowds.entered.add(person, index);
        if (people.mark(person, ENTERED)) totals.entered += 1;
        break;
      }
      case 'viewer.follow':
        time.add('follows', index, event.count ?? 1);
        this.engage(event, at, index, FOLLOWED);
        break;
      case 'viewer.share':
        time.add('shares', index, event.count ?? 1);
        this.engage(event, at, index, ENGAGED);
        break;
      case 'like': {
        time.add('likes', index, event.count);
        const bucket = time.bucket(index);
        if (bucket !== null) bucket.likes += event.count;
        this.engage(event, at, index, LIKED);
        break;
      }
      case 'gift':
        // A streak tells its running count again and again; its end counts it once.
        if (event.combo === undefined || event.combo.end) this.engage(event, at, index, ENGAGED);
        break;
      case 'viewer.subscribe':
      case 'interaction.entry':
        this.engage(event, at, index, ENGAGED);
        if (event.type === 'interaction.entry' && event.choice !== undefined) {
          const group = heart.groups.get(event.choice);
          if (group !== null) heart.groups.vote(group, people.of(event.user, at), null);
        }
        break;
      case 'claim.intent':
        this.engage(event, at, index, ENGAGED);
        break;
      case 'product.list':
      case 'product.update':
        heart.shelf.add(event.items);
        break;
      case 'product.pin':
        this.show(event, at);
        break;
      case 'product.click':
      case 'cart.add': {
        const isClick = event.type === 'product.click';
        if (isClick) totals.hasClicks = true;
        else totals.hasCarts = true;
        time.add(isClick ? 'clicks' : 'carts', index, event.count ?? 1);
        if (isClick && event.productId !== undefined) heart.ledger.of(event.productId).clicks += event.count ?? 1;
        break;
      }
      case 'order.created':
      case 'order.paid':
      case 'order.cancelled':
      case 'order.refunded':
        takeOrder(heart, event, at, index);
        break;
      case 'comment.remove':
        if (event.targetId !== undefined) heart.lines.hide(event.targetId, event.reason ?? 'removed');
        break;
      case 'moderation.action':
        if (event.action === 'hide') heart.lines.hide(event.targetId, event.reasonCode ?? 'hidden');
        else if (event.action === 'restore') heart.lines.hide(event.targetId, null);
        break;
      case 'host.answer':
        heart.calls.hear(event.text, at);
        answerByWords(heart, event.text, at, event.productId ?? null, event.groupId ?? null);
        break;
      case 'interaction.open':
        heart.calls.open(at);
        break;
      case 'transcript':
        heart.calls.hear(event.text, at);
        answerByWords(heart, event.text, at, event.productId ?? null, null);
        break;
      case 'room.gap':
        if (heart.health.add(event.from, event.to, event.cause, event.estimatedLost ?? null) !== null)
          this.shade(event.from, event.to);
        break;
      case 'room.start':
        totals.endedAt = null;
        break;
      case 'room.end':
        totals.endedAt = at;
        break;
      case 'system':
        if (event.name === 'desk') takeDeed(heart, event.data, at);
        break;
      default:
        break;
    }
  }

  private engage(event: LiveEvent, at: number, index: number, flag: number): void {
    const { people, time } = this.heart;
    const person = people.of(event.user, at);
    if (person === NOBODY) return;
    people.mark(person, flag | ENGAGED);
    time.crowds.engaged.add(person, index);
  }

  private show(event: LiveEventOf<'product.pin'>, at: number): void {
    const { air, shelf, ledger } = this.heart;
    const before = air.current();
    const isOn = event.action === 'pin' || event.action === 'explain.start';
    const product =
      (event.productId !== undefined ? shelf.get(event.productId) : null) ??
      (event.index !== undefined ? shelf.withIndex(event.index) : null);
    const productId = product?.productId ?? event.productId ?? null;
    if (!isOn && before !== null && productId !== null && before.productId !== productId) return;
    if (isOn && productId === null) return;
    air.show({
      at,
      productId: isOn ? productId : null,
      index: event.index ?? product?.index ?? null,
      title: event.title ?? product?.title ?? '',
      price: event.price ?? product?.price ?? null,
    });
    const now = air.current();
    if (before !== null && before.productId !== null && now !== before)
      ledger.of(before.productId).airMs += Math.max(0, at - before.at);
    const bucket = this.heart.time.bucket(this.heart.time.newest);
    if (bucket !== null) bucket.productId = isOn ? productId : null;
  }

  /** Writes into the buckets how much of them lies in a gap. */
  private shade(from: number, to: number): void {
    const { time } = this.heart;
    for (const bucket of time.buckets) {
      const overlap = Math.min(to, bucket.at + BUCKET_MS) - Math.max(from, bucket.at);
      if (overlap <= 0) continue;
      bucket.gap = Math.min(1, Math.round((bucket.gap + overlap / BUCKET_MS) * 1000) / 1000);
      time.changed.add(bucket.at);
    }
  }
}
