// Watches complaints, questions and hazards: says at once when one matter is told by more people than is usual, or is urgent.
import type { LiveMoney } from '../../stream/core/live-event.contract.ts';
import type { AlertBook } from './alert-book.ts';
import type { LiveAlert, LiveClass } from './analysis.contract.ts';
import { type Hit, type SavedSeries, Series, type Unusual } from './series.ts';
import { witnessesOf } from './witnesses.ts';

const LEAST_Z = 4;
const LEAST_PEOPLE = 5;
const BURST_PEOPLE = 8;
const SLOW_MS = 180_000;
const SLOW_Z = 2;
const WINDOWS_MS = [10_000, 30_000, 60_000] as const;
const RISK_MS = 60_000;
const RISK_PEOPLE = 3;
/** Before the room has a usual, more people are needed. */
const WARM_UP_MS = 60_000;
const WARM_UP_PEOPLE = 10;
const MOST_SERIES = 3000;

/** What one comment adds. */
export interface Said {
  class: LiveClass;
  matter: string;
  productId: string | null;
  hit: Hit;
}

export interface SavedWatch {
  series: [string, SavedSeries][];
}

export interface WatchSight {
  startedAt: number;
  isGap(bucket: number): boolean;
  priceAt(productId: string, at: number): LiveMoney | null;
}

export class Watch {
  private series = new Map<string, Series>();

  constructor(
    private readonly alerts: AlertBook,
    private readonly sight: WatchSight,
  ) {}

  /** Takes a complaint, a hazard or a question; ordinary comments are not watched. */
  take(said: Said): void {
    if (said.class.startsWith('risk.')) this.takeRisk(said);
    else if (said.class.startsWith('complain.')) this.takeComplaint(said);
    else if (said.class.startsWith('ask.') && said.class !== 'ask.other') this.takeQuestion(said);
  }

  save(): SavedWatch {
    return { series: [...this.series].map(([key, one]) => [key, one.save()]) };
  }

  load(saved: SavedWatch): void {
    this.series = new Map(saved.series.map(([key, one]) => [key, new Series(0, 0).load(one)]));
  }

  private takeRisk(said: Said): void {
    const { hit, productId } = said;
    const one = this.of(`${said.class}|${productId ?? ''}`, hit.at);
    one.add(hit, this.sight.isGap);
    const running = this.alerts.running('risk', said.class, productId, null, hit.at);
    if (running !== null) {
      this.alerts.feed(running, hit);
      return;
    }
    // Three people may mean three things on the shelf and still warn of one.
    const room = this.of(said.class, hit.at);
    room.add(hit, this.sight.isGap);
    const isAlone = this.alerts.running('risk', said.class, null, null, hit.at) === null;
    // Copies by newcomers are no three witnesses where the word is cheap.
    const isCheap = said.class === 'risk.fake';
    const own = one.unusual(hit.at, RISK_MS);
    const series = own.people >= RISK_PEOPLE || hit.isBuyer || !isAlone ? one : room;
    const { people, count } = series === one ? own : room.unusual(hit.at, RISK_MS);
    if (!hit.isBuyer && people < RISK_PEOPLE) return;
    const hits = series.since(hit.at - RISK_MS);
    if (!hit.isBuyer && isCheap && witnessesOf(hits, true) < RISK_PEOPLE) return;
    const reasons: LiveAlert['reasons'] = hit.isBuyer
      ? [{ key: 'risk_buyer', values: { count } }]
      : [{ key: 'risk_people', values: { people, seconds: RISK_MS / 1000 } }];
    this.raise(said, 'risk', 'red', null, reasons, hits);
  }

  private takeComplaint(said: Said): void {
    const { hit } = said;
    const kind = said.class === 'complain.stream' ? 'stream' : 'complaint';
    // A stalled stream, a silent desk or a late parcel is no matter of what happens to be on air.
    const productId = said.class === 'complain.quality' || said.class === 'complain.price' ? said.productId : null;
    const narrow = this.of(`${said.class}|${productId ?? ''}|${said.matter}`, hit.at);
    const wide = this.of(`${said.class}|${productId ?? ''}`, hit.at);
    narrow.add(hit, this.sight.isGap);
    wide.add(hit, this.sight.isGap);
    // What is usual for goods that are new on air is what is usual for the others.
    const everyNarrow = productId === null ? narrow : this.of(`${said.class}|*|${said.matter}`, hit.at);
    const everyWide = productId === null ? wide : this.of(`${said.class}|*`, hit.at);
    if (productId !== null) {
      everyNarrow.add(hit, this.sight.isGap);
      everyWide.add(hit, this.sight.isGap);
    }
    const running = this.alerts.running(kind, said.class, productId, said.matter, hit.at);
    if (running !== null) {
      this.alerts.feed(running, hit);
      return;
    }
    if (this.isBlind(hit.at)) return;
    for (const series of [narrow, wide]) {
      const found = this.surge(series, series === narrow ? everyNarrow : everyWide, kind === 'stream', hit.at);
      if (found === null) continue;
      this.raise(
        said,
        kind,
        'amber',
        found.z,
        [
          {
            key: 'surge',
            values: { people: found.people, seconds: found.windowMs / 1000, z: Math.round(found.z * 10) / 10 },
          },
          ...(series === wide ? [] : [{ key: `matter.${said.matter.replace('/', '.')}` }]),
        ],
        series.since(hit.at - found.windowMs),
        productId,
      );
      return;
    }
    if (wide.isRising()) {
      const found = wide.unusual(hit.at, SLOW_MS, everyWide.usual());
      if (
        found.z < SLOW_Z ||
        witnessesOf(wide.since(hit.at - SLOW_MS), false) < LEAST_PEOPLE * 2 ||
        this.alerts.running('slow_rise', said.class, productId, null, hit.at) !== null
      )
        return;
      wide.forgetRise();
      this.raise(
        said,
        'slow_rise',
        'amber',
        null,
        [{ key: 'rising', values: { people: found.people } }],
        wide.since(hit.at - SLOW_MS),
        productId,
      );
    }
  }

  private takeQuestion(said: Said): void {
    const { hit } = said;
    const one = this.of(said.class, hit.at);
    one.add(hit, this.sight.isGap);
    const running = this.alerts.running('burst', said.class, null, null, hit.at);
    if (running !== null) {
      this.alerts.feed(running, hit);
      return;
    }
    if (this.isBlind(hit.at) || hit.at - this.sight.startedAt < WARM_UP_MS * 3) return;
    const found = one.unusual(hit.at, 30_000);
    if (found.people < BURST_PEOPLE || found.z < LEAST_Z) return;
    const hits = one.since(hit.at - 30_000);
    // One bucket is not enough for what is not urgent.
    if (hit.at - hits[0]!.at < 10_000) return;
    this.raise(
      said,
      'burst',
      'amber',
      found.z,
      [{ key: 'burst', values: { people: found.people, seconds: 30, z: Math.round(found.z * 10) / 10 } }],
      hits,
      null,
    );
  }

  /** The clearest of the windows in which enough people tell what is not usual. */
  private surge(series: Series, every: Series, isPlain: boolean, at: number): Unusual | null {
    const least = at - this.sight.startedAt < WARM_UP_MS ? WARM_UP_PEOPLE : LEAST_PEOPLE;
    let best: Unusual | null = null;
    for (const window of WINDOWS_MS) {
      const found = series.unusual(at, window, every.usual());
      if (found.people >= least && found.z >= LEAST_Z && (best === null || found.z > best.z)) best = found;
    }
    if (best === null || isPlain) return best;
    // Copies by newcomers are no crowd of witnesses: they are weighed as a wave.
    const witnesses = witnessesOf(series.since(at - best.windowMs), false);
    return witnesses >= least || witnesses * 2 > best.people ? best : null;
  }

  /** In a gap, or in the flood right behind it, nothing is unusual. */
  private isBlind(at: number): boolean {
    return this.sight.isGap(Math.floor(at / 10_000));
  }

  private raise(
    said: Said,
    kind: LiveAlert['kind'],
    level: LiveAlert['level'],
    z: number | null,
    reasons: LiveAlert['reasons'],
    hits: readonly Hit[],
    productId: string | null = said.productId,
  ): void {
    const { hit } = said;
    this.alerts.raise({
      kind,
      level,
      class: said.class,
      matter: kind === 'burst' || kind === 'slow_rise' ? null : said.matter || null,
      productId,
      at: hit.at,
      z,
      reasons,
      hits,
      price: productId === null ? null : this.sight.priceAt(productId, hit.at),
    });
  }

  private of(key: string, at: number): Series {
    let one = this.series.get(key);
    if (one === undefined) {
      if (this.series.size >= MOST_SERIES) this.forget(at);
      const bucket = Math.floor(at / 10_000);
      one = new Series(bucket, Math.max(0, bucket - Math.floor(this.sight.startedAt / 10_000)));
      this.series.set(key, one);
    }
    return one;
  }

  private forget(now: number): void {
    for (const [key, one] of this.series) {
      const last = one.hits[one.hits.length - 1];
      if (last === undefined || last.at < now - 600_000) this.series.delete(key);
    }
    for (const key of this.series.keys()) {
      if (this.series.size < MOST_SERIES) break;
      this.series.delete(key);
    }
  }
}
