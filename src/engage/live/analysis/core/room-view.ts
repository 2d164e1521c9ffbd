// Looks at what is remembered and makes the state a screen shows, and what changed of it since the screen was last told.
import type { Bucket, OnAir, RoomPatch, RoomState } from './analysis.contract.ts';
import { BUCKET_MS } from './bucket.contract.ts';
import { figuresOf } from './figures.ts';
import type { Heart } from './heart.ts';
import { MOST_BUCKETS, WINDOW } from './time-book.ts';

export class RoomView {
  private told: RoomState | null = null;
  private buckets = new Map<number, Bucket>();

  constructor(private readonly heart: Heart) {}

  state(): RoomState {
    const { heart } = this;
    const { options, totals } = heart;
    return {
      version: totals.version,
      roomId: options.roomId,
      sessionId: options.sessionId,
      now: totals.now,
      startedAt: options.startedAt,
      endedAt: totals.endedAt,
      onAir: onAirOf(heart),
      lines: heart.lines.views(),
      groups: heart.groups.views(totals.now),
      alerts: heart.alerts.views(),
      pulses: heart.pulses.pulses(totals.now),
      words: heart.words.hot(totals.now),
      buckets: this.bucketViews(),
      figures: figuresOf(heart.time, showFacts(heart)),
      health: heart.health.view(totals.now),
    };
  }

  patch(): RoomPatch | null {
    const last = this.told;
    if (last !== null && last.version === this.heart.totals.version) return null;
    const next = this.state();
    this.told = next;
    const patch: RoomPatch = { from: last?.version ?? 0, to: next.version, now: next.now };
    if (last === null || last.endedAt !== next.endedAt) patch.endedAt = next.endedAt;
    if (last === null || !isSame(last.onAir, next.onAir)) patch.onAir = next.onAir;
    const lines = changeOf(last?.lines ?? [], next.lines, (line) => line.lineId);
    if (lines) patch.lines = lines;
    const groups = changeOf(last?.groups ?? [], next.groups, (group) => group.groupId);
    if (groups) patch.groups = groups;
    const alerts = changeOf(last?.alerts ?? [], next.alerts, (alert) => alert.alertId);
    if (alerts) patch.alerts = alerts;
    if (last === null || !isSame(last.pulses, next.pulses)) patch.pulses = next.pulses;
    if (last === null || !isSame(last.words, next.words)) patch.words = next.words;
    const buckets = changeOf(last?.buckets ?? [], next.buckets, (bucket) => bucket.at);
    if (buckets) patch.buckets = { put: buckets.put, dropBefore: next.buckets[0]?.at ?? 0 };
    if (last === null || !isSame(last.figures, next.figures)) patch.figures = next.figures;
    if (last === null || !isSame(last.health, next.health)) patch.health = next.health;
    return patch;
  }

  private bucketViews(): Bucket[] {
    const { time } = this.heart;
    const views: Bucket[] = [];
    for (const bucket of time.buckets) {
      let view = this.buckets.get(bucket.at);
      if (view === undefined || time.changed.has(bucket.at)) {
        view = { ...bucket };
        this.buckets.set(bucket.at, view);
      }
      views.push(view);
    }
    time.changed.clear();
    if (this.buckets.size > MOST_BUCKETS * 2) {
      const first = views[0]?.at ?? 0;
      for (const at of this.buckets.keys()) if (at < first) this.buckets.delete(at);
    }
    return views;
  }
}

function onAirOf(heart: Heart): OnAir | null {
  const shown = heart.air.current();
  if (shown === null || shown.productId === null) return null;
  const product = heart.shelf.get(shown.productId);
  return {
    productId: shown.productId,
    index: shown.index ?? product?.index ?? null,
    title: shown.title || (product?.title ?? ''),
    price: shown.price ?? product?.price ?? null,
    since: shown.at,
    delayMs: heart.air.delayMs(),
  };
}

function showFacts(heart: Heart): Parameters<typeof figuresOf>[1] {
  const { totals, groups, time } = heart;
  const now = (time.newest + 1) * BUCKET_MS;
  const span = WINDOW * BUCKET_MS;
  const medianOf = (from: number, to: number) =>
    median(groups.spans.filter(([at]) => at > from && at <= to).map(([, ms]) => ms));
  return {
    ...totals,
    viewers: totals.entered,
    answerMs: {
      session: median(groups.spans.map(([, ms]) => ms)),
      last: medianOf(now - span, now),
      previous: medianOf(now - span * 2, now - span),
    },
  };
}

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)]!;
}

/** Items that are other objects than before, and keys that are gone; null when nothing changed. */
function changeOf<T, K>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => K,
): { put: T[]; drop: K[] } | null {
  const known = new Map<K, T>();
  for (const item of before) known.set(keyOf(item), item);
  const put: T[] = [];
  for (const item of after) {
    const key = keyOf(item);
    if (known.get(key) !== item) put.push(item);
    known.delete(key);
  }
  const drop = [...known.keys()];
  return put.length === 0 && drop.length === 0 ? null : { put, drop };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
