// Plays a planned show second by second: people come, talk, buy, complain and flood, and each line carries its truth.
import type { DecodedEvent } from '../../stream/core/live-event.contract.ts';
import { Connection } from './connection.ts';
import { createDice, type Dice } from './dice.ts';
import { type Chorus, type Cue, chorusOf, cuesOf, faultFamily, waveName } from './incident-lines.ts';
import type { SpokenLanguage } from './line-book.ts';
import { Echo, LineMaker } from './make-line.ts';
import { planShow } from './plan-show.ts';
import { rhythmOf } from './rhythm.ts';
import { RoomNoise } from './room-noise.ts';
import type {
  LineTruth,
  ShowPlan,
  SimulatedEvent,
  SimulatedProduct,
  SimulateOptions,
} from './simulated-show.contract.ts';
import { Till } from './till.ts';
import { varyLine } from './vary-line.ts';
import { Crowd, type Viewer } from './viewers.ts';

/** Chance that a buyer says so. */
const TELLS = 0.25;

/**
 * The events of a made-up room with a show, in order of event time; the same options give the same events.
 * The truth of a line says what it was made to mean. Ids count up in the order of the events.
 */
export function* simulate(options: SimulateOptions): Generator<SimulatedEvent> {
  const plan = planShow(options);
  const connection = new Connection(plan.incidents, createDice(options.seed).fork('connection'));
  const play = new Play(plan, options);
  let count = 0;
  for (const second of play.seconds()) {
    for (const one of connection.pass(second.at, second.events)) {
      count += 1;
      one.event.id = `${options.seed}-${count}`;
      yield one;
    }
  }
}

class Play {
  private readonly dice: Dice;
  private readonly crowd: Crowd;
  private readonly maker: LineMaker;
  private readonly echo: Echo;
  private readonly till: Till;
  private readonly noise: RoomNoise;
  private readonly rates: Float64Array;
  private readonly cues: Cue[];
  private nextCue = 0;
  /** Events made early, by the second in which they happen. */
  private readonly due = new Map<number, SimulatedEvent[]>();
  /** Number of the slot on air in each second, -1 for none. */
  private readonly airing: Int16Array;
  private readonly bySlot: (SimulatedProduct | null)[];
  private readonly choruses = new Map<string, Chorus>();
  private readonly accounts = new Map<string, DecodedEvent['user']>();
  private readonly spoke = new Map<string, Set<Viewer>>();
  private readonly plan: ShowPlan;
  private readonly options: SimulateOptions;
  private readonly language: SpokenLanguage;
  private readonly length: number;

  constructor(plan: ShowPlan, options: SimulateOptions) {
    this.plan = plan;
    this.options = options;
    const dice = createDice(options.seed);
    const language = options.language ?? 'zh';
    this.language = language === 'en' ? 'en' : 'zh';
    this.dice = dice.fork('play');
    this.crowd = new Crowd(options.seed, language, dice.fork('crowd'));
    this.maker = new LineMaker(plan.products, dice.fork('lines'));
    this.echo = new Echo(dice.fork('echo'));
    this.till = new Till(options.seed, dice.fork('till'));
    this.noise = new RoomNoise(options.seed, dice.fork('noise'));
    this.length = Math.max(1, Math.round((plan.endsAt - plan.startedAt) / 1000));
    this.rates = rhythmOf(this.length, options.ratePerSecond, dice.fork('rhythm'));
    this.cues = cuesOf(plan.incidents, options.ratePerSecond, dice.fork('incidents'));
    this.airing = new Int16Array(this.length).fill(-1);
    for (const [slot, { from, to }] of plan.slots.entries()) {
      this.airing.fill(slot, Math.floor((from - plan.startedAt) / 1000), Math.floor((to - plan.startedAt) / 1000));
    }
    this.bySlot = plan.slots.map((slot) => plan.products.find((one) => one.productId === slot.productId) ?? null);
    this.schedule();
  }

  *seconds(): Generator<{ at: number; events: SimulatedEvent[] }> {
    const { plan } = this;
    for (let second = 0; second < this.length; second += 1) {
      const at = plan.startedAt + second * 1000;
      const made = this.second(second, at);
      // What was due stands before what just happened at the same moment: the show begins before anybody comes.
      const events = [...(this.due.get(second) ?? []), ...made];
      this.due.delete(second);
      events.sort((a, b) => a.event.ts - b.event.ts);
      yield { at, events };
    }
    yield { at: plan.endsAt, events: [{ event: { type: 'room.end', ts: plan.endsAt, title: plan.title } }] };
  }

  private later(one: SimulatedEvent): void {
    const second = Math.floor((one.event.ts - this.plan.startedAt) / 1000);
    if (second >= this.length) return;
    const list = this.due.get(second);
    if (list) list.push(one);
    else this.due.set(second, [one]);
  }

  /** The shelf and the pins are known before anybody comes. */
  private schedule(): void {
    const { plan } = this;
    const ts = plan.startedAt;
    this.later({ event: { type: 'room.start', ts, title: plan.title } });
    const items = plan.products.map(({ productId, index, title, price, listPrice, stock, sku }) => ({
      productId,
      index,
      title,
      ...(price ? { price } : {}),
      ...(listPrice ? { listPrice } : {}),
      ...(stock === null ? {} : { stock }),
      hint: { ...(sku ? { sku } : {}), name: title },
    }));
    this.later({ event: { type: 'product.list', ts: ts + 1, items } });
    for (const [slot, { from, to, productId }] of plan.slots.entries()) {
      const product = this.bySlot[slot];
      const shown = { productId, ...(product ? { index: product.index, title: product.title } : {}) };
      const price = product?.price ? { price: product.price } : {};
      this.later({ event: { type: 'product.pin', ts: from, action: 'pin', ...shown, ...price } });
      this.later({ event: { type: 'product.pin', ts: from + 400, action: 'explain.start', ...shown, ...price } });
      this.later({ event: { type: 'product.pin', ts: to, action: 'explain.end', ...shown } });
    }
  }

  private seenBy(viewer: Viewer, ts: number): SimulatedProduct | null {
    const second = Math.floor((ts - viewer.delayMs - this.plan.startedAt) / 1000);
    const slot = second >= 0 ? this.airing[Math.min(second, this.length - 1)]! : -1;
    return slot < 0 ? null : this.bySlot[slot]!;
  }

  private second(second: number, at: number): SimulatedEvent[] {
    const { crowd, dice } = this;
    const events: SimulatedEvent[] = [];
    const share = second / this.length;
    const target = this.options.viewers * Math.min(1, 0.3 + share * 5) * (share > 0.9 ? 1 - (share - 0.9) * 3 : 1);
    for (let left = second === 0 ? Math.ceil(target) : crowd.turnOver(target); left > 0; left -= 1) {
      events.push({ event: this.noise.entered(crowd.enter(at + dice.whole(0, second === 0 ? 0 : 999))) });
    }
    const lines = dice.poisson(this.rates[second]!);
    for (let left = lines; left > 0; left -= 1) this.ordinary(at + Math.floor(dice.roll() * 1000), events);
    this.planted(at + 1000, events);
    const anyone = () => crowd.anyone();
    for (const event of this.noise.second(at, second, crowd.online, lines, anyone)) events.push({ event });
    const slot = this.airing[second]!;
    const product = slot < 0 ? null : this.bySlot[slot];
    if (product) this.sell(at, product, (at - this.plan.slots[slot]!.from) / 1000, anyone);
    return events;
  }

  private comment(ts: number, user: DecodedEvent['user'], text: string, truth: LineTruth): SimulatedEvent {
    return { event: { type: 'comment', ts, text, ...(user ? { user } : {}) }, truth };
  }

  private ordinary(ts: number, events: SimulatedEvent[]): void {
    const viewer = this.crowd.writer();
    if (!viewer) return;
    const seen = this.seenBy(viewer, ts);
    const line = this.echo.repeat(ts, viewer, seen) ?? this.maker.ordinary(viewer, seen);
    this.echo.heard(line, ts, viewer.language);
    events.push(this.comment(ts, viewer.user, line.text, line.truth));
  }

  private sell(at: number, product: SimulatedProduct, explainedFor: number, anyone: () => Viewer | null): void {
    const mood = this.moodOf(product.productId, at);
    for (const sale of this.till.second(at, product, explainedFor, mood, this.crowd.online, anyone)) {
      this.later({ event: sale.event });
      if (!sale.buyer) continue;
      const { buyer } = sale;
      // From here on he has bought; what he says before is still a stranger's word.
      const paid = { ...buyer.user, buyer: true };
      buyer.user = paid;
      if (!this.dice.luck(TELLS)) continue;
      const ts = sale.event.ts + 800 + Math.round(this.dice.wait(4000));
      const text =
        this.language === 'zh' && buyer.language === 'zh'
          ? this.dice.pick(['已拍', '拍了', '已下单', '已付款', '拍好了'])
          : this.dice.pick(['ordered', 'just ordered', 'got it', 'paid']);
      this.later(this.comment(ts, paid, text, { class: 'buy.done', productId: product.productId, by: 'on_air' }));
    }
  }

  /** Less is bought while people complain of a product or of everything. */
  private moodOf(productId: string, at: number): number {
    for (const { kind, from, to, productId: about } of this.plan.incidents) {
      if (at < from + 8000 || at > to + 30_000 || (about !== undefined && about !== productId)) continue;
      if (kind === 'risk') return 0.25;
      if (kind === 'complaint' || kind === 'slow_rise') return 0.45;
      if (kind === 'wave') return 0.8;
    }
    return 1;
  }

  /** What was planted for the time before `until`. */
  private planted(until: number, events: SimulatedEvent[]): void {
    for (; this.nextCue < this.cues.length && this.cues[this.nextCue]!.at < until; this.nextCue += 1) {
      const cue = this.cues[this.nextCue]!;
      if (cue.incident.kind === 'wave') this.paid(cue, events);
      else if (cue.incident.kind === 'chant') this.chanted(cue, events);
      else this.complained(cue, events);
    }
  }

  private complained({ at, incident }: Cue, events: SimulatedEvent[]): void {
    const viewer = this.somebodyNew(incident.incidentId);
    if (!viewer) return;
    const only = this.plan.products.find((one) => one.productId === incident.productId);
    const family = faultFamily(incident, viewer.language);
    const line = this.maker.say(family, viewer, this.seenBy(viewer, at), only);
    const truth = { ...line.truth, incidentId: incident.incidentId };
    events.push(this.comment(at, viewer.user, line.text, truth));
  }

  /** Mostly people who did not take part yet; some say it twice. */
  private somebodyNew(incidentId: string): Viewer | null {
    const before = this.spoke.get(incidentId) ?? new Set();
    this.spoke.set(incidentId, before);
    for (let tries = 0; tries < 6; tries += 1) {
      const viewer = this.crowd.anyone();
      if (!viewer) return null;
      if (before.has(viewer) && this.dice.luck(0.85)) continue;
      before.add(viewer);
      return viewer;
    }
    return null;
  }

  private chorus(incident: Cue['incident']): Chorus {
    let chorus = this.choruses.get(incident.incidentId);
    if (!chorus) {
      chorus = chorusOf(incident, this.options.seed, this.language);
      this.choruses.set(incident.incidentId, chorus);
    }
    return chorus;
  }

  private chanted({ at, incident }: Cue, events: SimulatedEvent[]): void {
    const viewer = this.crowd.anyone();
    if (!viewer) return;
    const chorus = this.chorus(incident);
    events.push(
      this.comment(at, viewer.user, this.dice.pick(chorus.lines), {
        class: chorus.class,
        chantId: incident.incidentId,
      }),
    );
  }

  private paid({ at, incident, account = 0 }: Cue, events: SimulatedEvent[]): void {
    const { dice, options } = this;
    const chorus = this.chorus(incident);
    const key = `${incident.incidentId}/${account}`;
    let user = this.accounts.get(key);
    if (!user) {
      const name = waveName(incident, account, options.seed, this.language);
      user = { uid: `${options.seed}-w${key}`, name, role: 'viewer', level: 1, newcomer: true };
      this.accounts.set(key, user);
      // Comes in and writes at once.
      events.push({ event: { type: 'viewer.enter', ts: Math.max(at - dice.whole(300, 900), at - (at % 1000)), user } });
    }
    const text = varyLine(dice.pick(chorus.lines), this.language, false, true, 0.35, dice);
    events.push(this.comment(at, user, text, { class: chorus.class, waveId: incident.incidentId }));
  }
}
