// The live head: whether a viewer's line tells a fault and which, learned from written lines, read texts and the talk of real rooms.

import type { TextModel } from '../../model.ts';
import { isHan } from '../../normalise.ts';
import { LIVE_ROWS } from '../../short/live-features.ts';
import {
  faultClasses,
  fillSights,
  LIVE_SIGHTS,
  type LiveContext,
  oddsOf,
  shareByClass,
} from '../../short/live-head.ts';
import type { LiveDecision, LiveWeights } from '../../short/live-weights.ts';
import { createShortJudge } from '../../short/short-judge.ts';
import { LIVE_FAULTS } from '../labels/live-room/read-live-room.ts';
import { fitLive, type LiveFit, type LiveMatrix, liveMatrix, quantiseLive, scoreLive } from './live-fit.ts';
import { type LiveRow, liveRows, ORDINARY, PHRASE } from './live-rows.ts';
import { fitLogistic } from './logistic.ts';

const GATE = { epochs: 8, rate: 0.3, hold: 1e-4 };
const KIND = { epochs: 20, rate: 0.5, hold: 1e-5 };
const KIND_PHRASE_COST = 0.5;
const GATE_KEEP = 100_000;
const KIND_KEEP = 120_000;
/** Of real talk so much may be taken for a fault: plainly, and as a hint. Of written look-alikes, which are rare in a room, more. */
const PLAIN = { talk: 0.002, alike: 0.03 };
const HINT = { talk: 0.007, alike: 0.08 };
/** Of written faults so many may be called ordinary talk. */
const VETO = 0.02;
const WRITTEN = /^(?:zh|en)-/;
const FIRST = /-first$/;
const ROOM: ReadonlySet<string> = new Set(['danmaku', 'read-live']);

/** How lines of one language are read by a head that learned from the other writers. */
export interface LiveDev {
  language: string;
  faults: number;
  plain: number;
  plainRight: number;
  hinted: number;
  hintedRight: number;
  alike: number;
  alikePlain: number;
  alikeHinted: number;
  talk: number;
  talkPlain: number;
  talkHinted: number;
}

interface Scored {
  /** Log odds of a fault. */
  odds: number;
  /** The same of a fault of the likeliest class. */
  sure: number;
  isRight: boolean;
}

/** Fits the head beside a model whose tone it hears. @returns its weights, and how it does on lines of writers it has not read. */
export function fitLiveHead(model: TextModel, log: (line: string) => void): { live: LiveWeights; dev: LiveDev[] } {
  const rows = liveRows();
  const matrix = liveMatrix(rows.map((row) => row.text));
  const contexts = readContexts(model, rows);
  const isLatin = rows.map((row) => ![...row.text].some((char) => isHan(char.charCodeAt(0))));
  const all = rows.map((_, at) => at);
  // Two halves by writer: what a head says of lines whose writer it has not read is what it will say of viewers.
  const half = rows.map((row) =>
    WRITTEN.test(row.by) ? (FIRST.test(row.by) ? 0 : 1) : row.by === PHRASE ? -1 : row.fold % 2,
  );
  const sights = rows.map(() => new Float64Array(LIVE_SIGHTS.length));
  const shares = new Float64Array(rows.length);
  const right = new Uint8Array(rows.length);
  const { classes, classOf } = faultClasses(LIVE_FAULTS);
  const byClass = new Float64Array(classes.length);
  for (const part of [0, 1]) {
    const learned = all.filter((at) => half[at] !== part);
    const asked = all.filter((at) => half[at] === part);
    const gate = fitGate(matrix, rows, learned);
    const kinds = fitKinds(matrix, rows, learned);
    const gates = scoreLive(matrix, gate, asked);
    const scores = scoreLive(matrix, kinds, asked);
    for (const [place, at] of asked.entries()) {
      fillSights(sights[at]!, gates[place]!, matrix.units[at]!, contexts[at]!);
      const own = scores.subarray(place * LIVE_FAULTS.length, (place + 1) * LIVE_FAULTS.length);
      const best = shareByClass(own, classOf, byClass);
      shares[at] = byClass[best]!;
      right[at] = rows[at]!.fault >= 0 && classOf[rows[at]!.fault] === best ? 1 : 0;
    }
  }
  const dev: LiveDev[] = [];
  const decide = (latin: boolean): LiveDecision => {
    const mine = all.filter((at) => isLatin[at] === latin && half[at]! >= 0);
    const weights = fitLogistic(
      mine.map((at) => sights[at]!),
      mine.map((at) => (rows[at]!.fault === ORDINARY ? -1 : 1)),
      1,
      mine.map((at) => rows[at]!.cost),
    );
    const scored = new Map<number, Scored>(
      mine.map((at) => {
        const odds = oddsOf(sights[at]!, weights);
        return [at, { odds, sure: odds + Math.log(shares[at]!), isRight: right[at] === 1 }];
      }),
    );
    const pick = (wanted: (row: LiveRow) => boolean) =>
      mine.filter((at) => wanted(rows[at]!)).map((at) => scored.get(at)!);
    const faults = pick((row) => WRITTEN.test(row.by) && row.fault >= 0);
    const alike = pick((row) => WRITTEN.test(row.by) && row.fault === ORDINARY);
    // Few English chats are at hand, so that what people ask of machines stands beside them.
    const talk = pick((row) => (ROOM.has(row.by) || (latin && row.by === 'talk')) && row.fault === ORDINARY);
    const bar = ({ talk: most, alike: mostAlike }: typeof PLAIN) =>
      Math.max(highest(talk, most, 'sure'), highest(alike, mostAlike, 'sure'));
    const decision: LiveDecision = {
      weights: weights.map((weight) => Math.round(weight * 1e4) / 1e4),
      plain: bar(PLAIN),
      hint: bar(HINT),
      veto: highest(faults, 1 - VETO, 'odds'),
    };
    const count = (list: readonly Scored[], least: number, isRight = false) =>
      list.filter((one) => one.sure >= least && (!isRight || one.isRight)).length;
    dev.push({
      language: latin ? 'en' : 'zh',
      faults: faults.length,
      plain: count(faults, decision.plain),
      plainRight: count(faults, decision.plain, true),
      hinted: count(faults, decision.hint),
      hintedRight: count(faults, decision.hint, true),
      alike: alike.length,
      alikePlain: count(alike, decision.plain),
      alikeHinted: count(alike, decision.hint),
      talk: talk.length,
      talkPlain: count(talk, decision.plain),
      talkHinted: count(talk, decision.hint),
    });
    log(`live ${JSON.stringify(dev.at(-1))} ${JSON.stringify(decision)}`);
    return decision;
  };
  const han = decide(false);
  const latin = decide(true);
  const gate = fitGate(matrix, rows, all);
  const kinds = fitKinds(matrix, rows, all);
  return { live: packLive(gate, kinds, han, latin), dev };
}

function fitGate(matrix: LiveMatrix, rows: readonly LiveRow[], lines: readonly number[]): LiveFit {
  const targets = lines.map((line) => ({
    line,
    target: rows[line]!.fault === ORDINARY ? 0 : 1,
    cost: rows[line]!.cost,
  }));
  return fitLive(matrix, targets, 1, GATE);
}

/** Which fault it is, learned from faults alone. */
function fitKinds(matrix: LiveMatrix, rows: readonly LiveRow[], lines: readonly number[]): LiveFit {
  const targets = lines
    .filter((line) => rows[line]!.fault >= 0)
    .map((line) => ({ line, target: rows[line]!.fault, cost: rows[line]!.by === PHRASE ? KIND_PHRASE_COST : 1 }));
  return fitLive(matrix, targets, LIVE_FAULTS.length, KIND);
}

function readContexts(model: TextModel, rows: readonly LiveRow[]): LiveContext[] {
  const short = createShortJudge(model);
  return rows.map((row) => {
    short.read(row.text);
    return { ...short.sights() };
  });
}

/** The score above which so large a share of the list lies. */
function highest(list: readonly Scored[], share: number, key: 'odds' | 'sure'): number {
  const sorted = list.map((one) => one[key]).sort((a, b) => b - a);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return Math.round(value * 1e4) / 1e4;
}

function packLive(gate: LiveFit, kinds: LiveFit, han: LiveDecision, latin: LiveDecision): LiveWeights {
  const yes = quantiseLive(gate.weights, GATE_KEEP);
  const which = quantiseLive(kinds.weights, KIND_KEEP);
  const starts = new Uint32Array(LIVE_ROWS + 1);
  const outputs: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < LIVE_ROWS; row += 1) {
    for (let k = 0; k < kinds.outputs; k += 1) {
      const weight = which.packed[row * kinds.outputs + k]!;
      if (weight === 0) continue;
      outputs.push(k);
      weights.push(weight);
    }
    starts[row + 1] = outputs.length;
  }
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return {
    header: {
      faults: [...LIVE_FAULTS],
      gateScale: round(yes.scale),
      gateBias: round(gate.bias[0]!),
      kindScale: round(which.scale),
      kindBias: [...kinds.bias].map(round),
      han,
      latin,
    },
    gate: yes.packed,
    rows: starts,
    outputs: Uint8Array.from(outputs),
    weights: Int8Array.from(weights),
  };
}
