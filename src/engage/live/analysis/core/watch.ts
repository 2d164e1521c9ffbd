// Watches complaints, questions and hazards: says at once when one matter is told by more people than is usual, or is urgent.
import type { AlertBook } from './alert-book.ts';
import type { LiveAlert, LiveClass } from './analysis.contract.ts';
import type { Hit } from './series.ts';
import {
  ANY,
  LEAST_PEOPLE,
  LEAST_Z,
  peopleOf,
  type SavedWatch,
  SeriesBook,
  WARM_UP_MS,
  type WatchSight,
} from './series-book.ts';
import { witnessesOf } from './witnesses.ts';

/** A surge that only shows when products are taken together must be plain. */
const PLAIN_Z = 4.5;
const BURST_PEOPLE = 8;
const SLOW_MS = 180_000;
const SLOW_Z = 2;
const RISK_MS = 60_000;
const RISK_PEOPLE = 3;

/** What one comment adds. */
export interface Said {
  class: LiveClass;
  matter: string;
  productId: string | null;
  hit: Hit;
}

/** What a complaint is about: a stalled stream, a silent desk or a late parcel is no matter of what happens to be on air. */
function aboutOf(said: Said) {
  const isOfGoods = said.class === 'complain.quality' || said.class === 'complain.price';
  const kind: 'stream' | 'complaint' = said.class === 'complain.stream' ? 'stream' : 'complaint';
  return { kind, isOfGoods, productId: isOfGoods ? said.productId : null };
}

export class Watch {
  private readonly book: SeriesBook;

  constructor(
    private readonly alerts: AlertBook,
    private readonly sight: WatchSight,
  ) {
    this.book = new SeriesBook(sight);
  }

  /** Takes a complaint, a hazard or a question; ordinary comments are not watched. */
  take(said: Said): void {
    if (said.class.startsWith('risk.')) this.takeRisk(said);
    else if (said.class.startsWith('complain.')) this.takeComplaint(said);
    else if (said.class.startsWith('ask.') && said.class !== 'ask.other') this.takeQuestion(said);
  }

  /**
   * Takes a line that supports a fault without naming it plainly. It never raises anything alone: it counts beside people who
   * name the fault, and for half as many as there are of those.
   */
  hint(said: Said): void {
    if (said.class.startsWith('risk.')) {
      if (said.class !== 'risk.fake' && said.class !== 'risk.privacy') this.hintRisk(said);
    } else if (said.class.startsWith('complain.')) this.hintComplaint(said);
  }

  save(): SavedWatch {
    return this.book.save();
  }

  load(saved: SavedWatch): void {
    this.book.load(saved);
  }

  private takeRisk(said: Said): void {
    const { hit, productId } = said;
    const one = this.book.of(`${said.class}|${productId ?? ''}`, hit.at);
    one.add(hit, this.sight.isGap);
    const running = this.alerts.running('risk', said.class, productId, null, hit.at);
    if (running !== null) {
      this.alerts.feed(running, hit);
      return;
    }
    // Three people may mean three things on the shelf and still warn of one.
    const room = this.book.of(said.class, hit.at);
    room.add(hit, this.sight.isGap);
    const isAlone = this.alerts.running('risk', said.class, null, null, hit.at) === null;
    // Copies by newcomers are no three witnesses where the word is cheap.
    const isCheap = said.class === 'risk.fake';
    const own = one.unusual(hit.at, RISK_MS);
    const series = own.people >= RISK_PEOPLE || hit.isBuyer || !isAlone ? one : room;
    const { people: named, count } = series === one ? own : room.unusual(hit.at, RISK_MS);
    const hits = this.book.withHints(series, said.class, series === one ? productId : ANY, hit.at, RISK_MS);
    const people = isCheap ? named : peopleOf(hits);
    if (!hit.isBuyer && people < RISK_PEOPLE) return;
    if (!hit.isBuyer && isCheap && witnessesOf(hits, true) < RISK_PEOPLE) return;
    const reasons: LiveAlert['reasons'] = hit.isBuyer
      ? [{ key: 'risk_buyer', values: { count } }]
      : [{ key: 'risk_people', values: { people, seconds: RISK_MS / 1000 } }];
    this.raise(said, 'risk', 'red', null, reasons, hits);
  }

  private takeComplaint(said: Said): void {
    const { hit } = said;
    const { kind, isOfGoods, productId } = aboutOf(said);
    const narrow = this.book.of(`${said.class}|${productId ?? ''}|${said.matter}`, hit.at);
    const wide = this.book.of(`${said.class}|${productId ?? ''}`, hit.at);
    narrow.add(hit, this.sight.isGap);
    wide.add(hit, this.sight.isGap);
    // What is usual for goods that are new on air is what is usual for the others.
    const everyNarrow = isOfGoods ? this.book.of(`${said.class}|*|${said.matter}`, hit.at) : narrow;
    const everyWide = isOfGoods ? this.book.of(`${said.class}|*`, hit.at) : wide;
    if (isOfGoods) {
      everyNarrow.add(hit, this.sight.isGap);
      everyWide.add(hit, this.sight.isGap);
    }
    const running = this.alerts.running(kind, said.class, productId, said.matter, hit.at);
    if (running !== null) {
      this.alerts.feed(running, hit);
      return;
    }
    if (this.isBlind(hit.at)) return;
    const isPlain = kind === 'stream';
    for (const series of isOfGoods ? [narrow, wide, everyWide] : [narrow, wide]) {
      const isNarrow = series === narrow;
      // While one product goes and the next comes, voices about one fault are heard of both, or of none.
      const about = series === everyWide && isOfGoods ? ANY : productId;
      const found = this.book.surge(
        series,
        isNarrow ? everyNarrow : everyWide,
        isPlain,
        hit.at,
        isNarrow ? null : said.class,
        about,
      );
      if (found === null || (about === ANY && found.z < PLAIN_Z)) continue;
      const hits = isNarrow
        ? series.since(hit.at - found.windowMs)
        : this.book.withHints(series, said.class, about, hit.at, found.windowMs);
      const goods =
        about === ANY ? this.book.mostMeant(said.class, hit.at - found.windowMs, peopleOf(hits)) : productId;
      if (about === ANY && (goods === null || this.alerts.running(kind, said.class, goods, null, hit.at) !== null))
        continue;
      const values = { people: found.people, seconds: found.windowMs / 1000, z: Math.round(found.z * 10) / 10 };
      const reasons = [
        { key: 'surge', values },
        ...(isNarrow ? [{ key: `matter.${said.matter.replace('/', '.')}` }] : []),
      ];
      this.raise(said, kind, 'amber', found.z, reasons, hits, goods);
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

  /** The third voice of a danger two people named plainly. */
  private hintRisk(said: Said): void {
    const { hit, productId } = said;
    this.book.hinted(said.class, productId, hit);
    const running = this.alerts.running('risk', said.class, productId, null, hit.at);
    if (running !== null) {
      this.alerts.feed(running, hit);
      return;
    }
    for (const about of [productId, ANY]) {
      const named = this.book.get(about === ANY ? said.class : `${said.class}|${about ?? ''}`);
      if (named === undefined || peopleOf(named.since(hit.at - RISK_MS)) < RISK_PEOPLE - 1) continue;
      const hits = this.book.withHints(named, said.class, about, hit.at, RISK_MS);
      const people = peopleOf(hits);
      if (people < RISK_PEOPLE) continue;
      const reasons = [{ key: 'risk_people', values: { people, seconds: RISK_MS / 1000 } }];
      this.raise(said, 'risk', 'red', null, reasons, hits);
      return;
    }
  }

  private hintComplaint(said: Said): void {
    const { hit } = said;
    const { kind, productId } = aboutOf(said);
    this.book.hinted(said.class, productId, hit);
    const running = this.alerts.running(kind, said.class, productId, null, hit.at);
    if (running !== null) {
      this.alerts.feed(running, hit);
      return;
    }
    const wide = this.book.get(`${said.class}|${productId ?? ''}`);
    if (wide === undefined || this.isBlind(hit.at)) return;
    const every = productId === null ? wide : this.book.of(`${said.class}|*`, hit.at);
    const found = this.book.surge(wide, every, kind === 'stream', hit.at, said.class, productId);
    if (found === null) return;
    // Under the matter of those who named it.
    const hits = this.book.withHints(wide, said.class, productId, hit.at, found.windowMs);
    const values = { people: found.people, seconds: found.windowMs / 1000, z: Math.round(found.z * 10) / 10 };
    this.raise({ ...said, matter: '' }, kind, 'amber', found.z, [{ key: 'surge', values }], hits, productId);
  }

  private takeQuestion(said: Said): void {
    const { hit } = said;
    const one = this.book.of(said.class, hit.at);
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
}
