// Everything the analysis of one show remembers, in one place, and how it is written down and read back.
import { keepNewest } from '../../../../kit/keep-newest.ts';
import type { TextEngine } from '../../../../text/judge.contract.ts';
import type { ShortJudge } from '../../../../text/short/short.contract.ts';
import { AirLine, type SavedAir } from './air-line.ts';
import { AlertBook, type SavedAlerts } from './alert-book.ts';
import type { AnalysedProduct, Verdict } from './analyser.contract.ts';
import { CodeCalls, type SavedCalls } from './code-calls.ts';
import { GroupBook, type SavedGroups } from './group-book.ts';
import { Health, type SavedHealth } from './health.ts';
import { KinBook, type SavedKin } from './kin-book.ts';
import { Ledger, type SavedLedger } from './ledger.ts';
import { LineBook, type SavedLines } from './line-book.ts';
import { pack, unpack } from './pack.ts';
import { People, type SavedPeople } from './people.ts';
import { PulseBook } from './pulse-book.ts';
import type { SavedWatch } from './series-book.ts';
import { ShelfIndex } from './shelf-index.ts';
import { type SavedTime, TimeBook } from './time-book.ts';
import { Watch } from './watch.ts';
import { type SavedWaves, WaveWatch } from './wave-watch.ts';
import { type SavedWords, WordWatch } from './word-watch.ts';
import { CommentReader } from './words/comment-reader.ts';
import type { LiveLexicon } from './words/live-lexicon.ts';

export interface HeartOptions {
  roomId: string;
  sessionId: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  short: ShortJudge;
  engine: TextEngine;
  lexicon: LiveLexicon;
  shelf: readonly AnalysedProduct[];
}

/** Counts of the whole show that are no sums of buckets. */
export interface ShowTotals {
  version: number;
  now: number;
  endedAt: number | null;
  online: number | null;
  cumulative: number | null;
  hasEntries: boolean;
  hasClicks: boolean;
  hasCarts: boolean;
  entered: number;
  commenters: number;
  buyers: number;
  complainers: number;
  intended: number;
  currency: string;
  likesTotal: number | null;
  /** The host asked to type something about a product. */
  promptProductId: string | null;
  promptAt: number;
}

/** What an event said, for answers, removals and replies that name it. */
export interface Trace {
  lineId: string;
  productId: string | null;
  groupId: string | null;
}

interface HeardOrder {
  isPaid: boolean;
  refundMinor: number;
  /** Heard of for the first time by the event at hand. */
  isNew: boolean;
}

const MOST_TRACES = 2000;
const MOST_ORDERS = 50_000;

export class Heart {
  readonly people: People;
  readonly time = new TimeBook();
  readonly lines = new LineBook();
  readonly groups: GroupBook;
  readonly alerts = new AlertBook();
  readonly watch: Watch;
  readonly waves: WaveWatch;
  readonly pulses = new PulseBook();
  readonly words = new WordWatch();
  readonly ledger = new Ledger();
  readonly air = new AirLine();
  readonly calls = new CodeCalls();
  readonly kin = new KinBook();
  readonly health: Health;
  readonly shelf = new ShelfIndex();
  readonly reader: CommentReader;
  totals: ShowTotals;
  /** Orders heard of, with what was paid and refunded. */
  orders = new Map<string, HeardOrder>();
  /** Two generations, so that the oldest go without looking for them. */
  private traces = new Map<string, Trace>();
  private oldTraces = new Map<string, Trace>();
  readonly verdict: Verdict = {
    eventId: '',
    class: 'other',
    sentiment: 0,
    isQuestion: false,
    productId: null,
    attribution: 'none',
    confidence: 0,
    groupId: null,
    weight: 1,
    isShed: false,
  };

  constructor(readonly options: HeartOptions) {
    const { startedAt } = options;
    this.people = new People(startedAt);
    this.health = new Health(startedAt);
    this.groups = new GroupBook((from, to) => this.lines.regroup(from, to));
    this.watch = new Watch(this.alerts, {
      startedAt,
      isGap: this.health.isGap,
      products: () => this.shelf.all().map((one) => one.productId),
      priceAt: (productId, at) => this.air.priceAt(productId, at) ?? this.shelf.get(productId)?.price ?? null,
    });
    this.waves = new WaveWatch(startedAt);
    this.reader = new CommentReader(options.short, options.engine, options.lexicon, this.shelf);
    this.shelf.set(options.shelf);
    this.totals = {
      version: 0,
      now: startedAt,
      endedAt: null,
      online: null,
      cumulative: null,
      hasEntries: false,
      hasClicks: false,
      hasCarts: false,
      entered: 0,
      commenters: 0,
      buyers: 0,
      complainers: 0,
      intended: 0,
      currency: 'CNY',
      likesTotal: null,
      promptProductId: null,
      promptAt: 0,
    };
  }

  trace(eventId: string, trace: Trace): void {
    this.traces.set(eventId, trace);
    if (this.traces.size < MOST_TRACES) return;
    this.oldTraces = this.traces;
    this.traces = new Map();
  }

  /** What an event said, while it is remembered. */
  traceOf(eventId: string): Trace | null {
    return this.traces.get(eventId) ?? this.oldTraces.get(eventId) ?? null;
  }

  order(orderId: string): HeardOrder {
    const known = this.orders.get(orderId);
    if (known !== undefined) {
      known.isNew = false;
      return known;
    }
    const fresh = { isPaid: false, refundMinor: 0, isNew: true };
    this.orders.set(orderId, fresh);
    keepNewest(this.orders, MOST_ORDERS);
    return fresh;
  }

  save(): string {
    const saved: SavedHeart = {
      v: 5,
      totals: this.totals,
      people: this.people.save(),
      time: this.time.save(),
      lines: this.lines.save(),
      groups: this.groups.save(),
      alerts: this.alerts.save(),
      watch: this.watch.save(),
      waves: this.waves.save(),
      pulses: this.pulses.save(),
      words: this.words.save(),
      ledger: this.ledger.save(),
      air: this.air.save(),
      calls: this.calls.save(),
      kin: this.kin.save(),
      health: this.health.save(),
      shelf: this.shelf.all(),
      orders: [...this.orders.keys()],
      ordersPaid: pack(
        Uint8Array.from(this.orders.values(), (order) => (order.isPaid ? 1 : 0)),
        this.orders.size,
      ),
      ordersRefunded: pack(
        Float64Array.from(this.orders.values(), (order) => order.refundMinor),
        this.orders.size,
      ),
      traces: [...this.traces],
      oldTraces: [...this.oldTraces],
    };
    return JSON.stringify(saved);
  }

  /** @throws Error when the text is no checkpoint of this version. */
  load(text: string): void {
    const saved = JSON.parse(text) as SavedHeart;
    if (saved.v !== 5) throw new Error('the checkpoint is of another version');
    this.totals = saved.totals;
    this.people.load(saved.people);
    this.time.load(saved.time);
    this.lines.load(saved.lines);
    this.groups.load(saved.groups);
    this.alerts.load(saved.alerts);
    this.watch.load(saved.watch);
    this.waves.load(saved.waves);
    this.pulses.load(saved.pulses);
    this.words.load(saved.words);
    this.ledger.load(saved.ledger);
    this.air.load(saved.air);
    this.calls.load(saved.calls);
    this.kin.load(saved.kin);
    this.health.load(saved.health);
    this.shelf.set(saved.shelf);
    const paid = new Uint8Array(unpack(saved.ordersPaid));
    const refunded = new Float64Array(unpack(saved.ordersRefunded));
    this.orders = new Map(
      saved.orders.map((id, at) => [id, { isPaid: paid[at] === 1, refundMinor: refunded[at]!, isNew: false }]),
    );
    this.traces = new Map(saved.traces);
    this.oldTraces = new Map(saved.oldTraces);
  }
}

interface SavedHeart {
  v: 5;
  totals: ShowTotals;
  people: SavedPeople;
  time: SavedTime;
  lines: SavedLines;
  groups: SavedGroups;
  alerts: SavedAlerts;
  watch: SavedWatch;
  waves: SavedWaves;
  pulses: ReturnType<PulseBook['save']>;
  words: SavedWords;
  ledger: SavedLedger;
  air: SavedAir;
  calls: SavedCalls;
  kin: SavedKin;
  health: SavedHealth;
  shelf: AnalysedProduct[];
  orders: string[];
  /** Columns beside the ids. */
  ordersPaid: string;
  ordersRefunded: string;
  traces: [string, Trace][];
  oldTraces: [string, Trace][];
}
