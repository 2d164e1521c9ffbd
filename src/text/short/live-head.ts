// The trained live head: whether a line tells a fault, and which; a second opinion beside the lists of words.
import { LiveFeatures } from './live-features.ts';
import type { LiveDecision, LiveWeights } from './live-weights.ts';

/** What the decision hears of a line besides its pieces, in the order of its weights. */
export const LIVE_SIGHTS = [
  'one',
  'gate',
  'tone',
  'neither',
  'question',
  'claim',
  'cheer',
  'good',
  'bad',
  'short',
] as const;

/** What the short judge knows of the line at hand. */
export interface LiveContext {
  /** Log odds of a good tone, and of neither. */
  side: number;
  neutral: number;
  isQuestion: boolean;
  isClaim: boolean;
  isCheer: boolean;
  good: number;
  bad: number;
}

/** Overwritten by the next line. */
export interface FaultReading {
  /** Log odds that the line tells a fault, of the likeliest class once that is known. */
  odds: number;
  /** `plain`: stands for itself; `hint`: supports others; `open`: says too little; `talk`: plainly no fault. */
  level: 'plain' | 'hint' | 'open' | 'talk';
  /** Likeliest class and matter, both empty below a hint. */
  class: string;
  matter: string;
  /** So plain a complaint that not even the form of a question speaks against it. */
  isSure: boolean;
}

/** Log odds above the bar of what is plain. */
const SURE = 1;
const BOUND = 4;
const FEW_UNITS = 4;

/** Fills `sights` with the numbers of a line; shared by training and reading. */
export function fillSights(sights: Float64Array, gate: number, units: number, context: LiveContext): void {
  sights[0] = 1;
  sights[1] = gate;
  sights[2] = bounded(context.side);
  sights[3] = bounded(context.neutral);
  sights[4] = context.isQuestion ? 1 : 0;
  sights[5] = context.isClaim ? 1 : 0;
  sights[6] = context.isCheer ? 1 : 0;
  sights[7] = Math.min(2, context.good);
  sights[8] = Math.min(2, context.bad);
  sights[9] = units < FEW_UNITS ? 1 : 0;
}

/** Log odds of a fault by the weights of a language; shared by training and reading. */
export function oddsOf(sights: Float64Array, weights: ArrayLike<number>): number {
  let odds = 0;
  for (let at = 0; at < sights.length; at += 1) odds += sights[at]! * weights[at]!;
  return odds;
}

/** The classes of faults, and the place of the class of each fault among them; `faults` are `class/matter`. */
export function faultClasses(faults: readonly string[]): { classes: string[]; classOf: Uint8Array } {
  const names = faults.map((fault) => fault.slice(0, fault.indexOf('/')));
  const classes = [...new Set(names)];
  return { classes, classOf: Uint8Array.from(names, (name) => classes.indexOf(name)) };
}

/** Fills `shares` with how likely each class is by the scores of its faults. @returns the likeliest class */
export function shareByClass(scores: ArrayLike<number>, classOf: Uint8Array, shares: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) if (scores[at]! > most) most = scores[at]!;
  shares.fill(0);
  let all = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const share = Math.exp(scores[at]! - most);
    all += share;
    shares[classOf[at]!]! += share;
  }
  let best = 0;
  for (let at = 1; at < shares.length; at += 1) if (shares[at]! > shares[best]!) best = at;
  for (let at = 0; at < shares.length; at += 1) shares[at]! /= all;
  return best;
}

function bounded(value: number): number {
  return Math.max(-BOUND, Math.min(BOUND, value));
}

/** Reusable; one a thread. */
export class LiveHead {
  readonly features = new LiveFeatures();
  private readonly sights = new Float64Array(LIVE_SIGHTS.length);
  private readonly sums: Float64Array;
  private readonly classOf: Uint8Array;
  private readonly classes: string[];
  private readonly shares: Float64Array;
  private readonly out: FaultReading = { odds: 0, level: 'open', class: '', matter: '', isSure: false };

  constructor(private readonly live: LiveWeights) {
    const { classes, classOf } = faultClasses(live.header.faults);
    this.classes = classes;
    this.classOf = classOf;
    this.sums = new Float64Array(classOf.length);
    this.shares = new Float64Array(this.classes.length);
  }

  /** Raw score of the gate for a folded line. */
  gate(codes: Uint16Array, length: number, masked: Uint8Array | null): number {
    const { features } = this;
    const { gate, header } = this.live;
    features.run(codes, length, masked);
    const { rows, size } = features;
    let sum = 0;
    for (let at = 0; at < size; at += 1) sum += gate[rows[at]!]!;
    return size > 0 ? (sum * header.gateScale) / Math.sqrt(size) + header.gateBias : header.gateBias;
  }

  /**
   * @param codes folded characters without apostrophes; @param masked where `GOODS_NAME`, a name of goods stands
   * @param isLatin whether no Han character is among them
   */
  read(
    codes: Uint16Array,
    length: number,
    masked: Uint8Array | null,
    isLatin: boolean,
    context: LiveContext,
  ): FaultReading {
    const { out, sights } = this;
    const gate = this.gate(codes, length, masked);
    fillSights(sights, gate, this.features.units, context);
    const decision = isLatin ? this.live.header.latin : this.live.header.han;
    const odds = oddsOf(sights, decision.weights);
    out.odds = odds;
    out.class = '';
    out.matter = '';
    out.isSure = false;
    out.level = odds < decision.veto ? 'talk' : 'open';
    if (odds < decision.hint || this.features.size === 0) return out;
    return this.readKind(decision, odds);
  }

  private readKind(decision: LiveDecision, odds: number): FaultReading {
    const { out, sums, shares, classOf, features } = this;
    const { rows: starts, outputs, weights, header } = this.live;
    sums.fill(0);
    for (let at = 0; at < features.size; at += 1) {
      const row = features.rows[at]!;
      for (let place = starts[row]!, end = starts[row + 1]!; place < end; place += 1)
        sums[outputs[place]!]! += weights[place]!;
    }
    const scale = header.kindScale / Math.sqrt(features.size);
    for (let at = 0; at < sums.length; at += 1) sums[at] = sums[at]! * scale + header.kindBias[at]!;
    const best = shareByClass(sums, classOf, shares);
    let matter = -1;
    for (let at = 0; at < sums.length; at += 1)
      if (classOf[at] === best && (matter < 0 || sums[at]! > sums[matter]!)) matter = at;
    out.odds = odds + Math.log(shares[best]!);
    if (out.odds < decision.hint) return out;
    out.level = out.odds < decision.plain ? 'hint' : 'plain';
    out.class = this.classes[best]!;
    out.isSure = out.odds >= decision.plain + SURE && out.class.startsWith('complain.');
    const name = header.faults[matter]!;
    out.matter = name.slice(name.indexOf('.') + 1);
    return out;
  }
}
