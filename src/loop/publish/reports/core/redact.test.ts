// A reader with pencil and paper tries to find the few: no difference of anything published may give a number below five.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from './figures-of.ts';
import { type PublicReport, publicReportOf } from './public-report.ts';
import { redact } from './redact.ts';
import { figureOf } from './report-figures.contract.ts';
import { inputsOf } from './report-inputs.fixture.ts';
import { NO_TEXTS } from './report-texts.contract.ts';

const small = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300 }));
const CHANNELS = ['chat', 'email', 'live', 'review'];
const SENTIMENTS = ['positive', 'neutral', 'negative'];

/** Known numbers of one table, as equations over its cells; written apart from what does the hiding. */
type Equation = { coefficients: number[]; value: number };

/** Every combination of the equations with -1, 0 and 1 that names some cells exactly once each and nothing else. */
function* differences(equations: readonly Equation[]): Generator<{ cells: number[]; value: number }> {
  const width = equations[0]?.coefficients.length ?? 0;
  for (let code = 1; code < 3 ** equations.length; code += 1) {
    let rest = code;
    let value = 0;
    const sum = new Array<number>(width).fill(0);
    for (const equation of equations) {
      const factor = [0, 1, -1][rest % 3]!;
      rest = Math.floor(rest / 3);
      if (factor === 0) continue;
      value += factor * equation.value;
      for (let cell = 0; cell < width; cell += 1) sum[cell]! += factor * equation.coefficients[cell]!;
    }
    if (sum.every((one) => one === 0 || one === 1) && sum.some((one) => one === 1)) {
      yield { cells: sum.flatMap((one, index) => (one ? [index] : [])), value };
    }
  }
}

function tellsFew(equations: readonly Equation[]): { cells: number[]; value: number } | undefined {
  for (const found of differences(equations)) if (found.value > 0 && found.value < 5) return found;
  return undefined;
}

const publish = (inputs: Parameters<typeof inputsOf>, earlier: PublicReport[] = []) =>
  publicReportOf(redact(figuresOf(inputsOf(...inputs)), earlier), NO_TEXTS);

function voicesEquations(
  report: PublicReport,
  era: 'now' | 'before',
  metric: string,
  items: readonly string[],
): Equation[] {
  const pick = (figure: { count: number | null; previousCount: number | null }) =>
    era === 'now' ? figure.count : figure.previousCount;
  const total = pick(figureOf(report as never, 'voices')!);
  const listed = items.filter((item) => figureOf(report as never, `${metric}:${item}`));
  const equations =
    total === null ? [] : [{ coefficients: items.map((item) => (listed.includes(item) ? 1 : 0)), value: total }];
  for (const item of listed) {
    const count = pick(figureOf(report as never, `${metric}:${item}`)!);
    if (count !== null) equations.push({ coefficients: items.map((one) => (one === item ? 1 : 0)), value: count });
  }
  return equations;
}

describe('redaction', () => {
  it('lets nobody find fewer than five by subtraction within a report', () => {
    const voices = fc.array(fc.tuple(fc.constantFrom(...CHANNELS), fc.constantFrom(...SENTIMENTS), small, small), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(voices, (rows) => {
        const report = publish([rows]);
        for (const era of ['now', 'before'] as const) {
          expect(tellsFew(voicesEquations(report, era, 'channelVoices', CHANNELS))).toBeUndefined();
          expect(tellsFew(voicesEquations(report, era, 'sentimentShare', SENTIMENTS))).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lets nobody find fewer than five by holding a quarter against its months', () => {
    const month = fc.array(small, { minLength: CHANNELS.length, maxLength: CHANNELS.length });
    fc.assert(
      fc.property(fc.array(month, { minLength: 3, maxLength: 3 }), fc.boolean(), (months, quarterFirst) => {
        // One cell for each channel and month; January to March, nothing before.
        const at = (index: number) =>
          CHANNELS.map(
            (channel, cell) =>
              [channel, 'neutral', months[index]![cell]!, index === 0 ? 0 : months[index - 1]![cell]!] as const,
          );
        const whole = CHANNELS.map(
          (channel, cell) =>
            [channel, 'neutral', months[0]![cell]! + months[1]![cell]! + months[2]![cell]!, 0] as const,
        );
        const steps: {
          rows: (readonly [string, string, number, number])[];
          from: string;
          to: string;
          cover: number[];
        }[] = [
          { rows: at(0), from: '2026-01-01', to: '2026-01-31', cover: [0] },
          { rows: at(1), from: '2026-02-01', to: '2026-02-28', cover: [1] },
          { rows: at(2), from: '2026-03-01', to: '2026-03-31', cover: [2] },
        ];
        const quarter = { rows: whole, from: '2026-01-01', to: '2026-03-31', cover: [0, 1, 2] };
        const order = quarterFirst ? [quarter, ...steps] : [...steps, quarter];
        const out: PublicReport[] = [];
        for (const { rows, from, to } of order) out.push(publish([rows, { from, to }], out));
        for (const [cell, channel] of CHANNELS.entries()) {
          const equations: Equation[] = [];
          for (const [index, report] of out.entries()) {
            const figure = figureOf(report as never, `channelVoices:${channel}`);
            const now = order[index]!.cover;
            const add = (cover: number[], value: number | null | undefined) => {
              if (typeof value === 'number' && cover.length > 0)
                equations.push({ coefficients: [0, 1, 2].map((one) => (cover.includes(one) ? 1 : 0)), value });
            };
            add(now, figure?.count);
            if (now.length === 1 && now[0]! > 0) add([now[0]! - 1], figure?.previousCount);
          }
          const told = tellsFew(equations);
          expect(told, `${channel} ${months.map((one) => one[cell])}`).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hides a second cell where one alone could be subtracted from the total', () => {
    const report = publish([
      [
        ['email', 'neutral', 3, 0],
        ['chat', 'neutral', 20, 0],
        ['review', 'neutral', 80, 0],
      ],
    ]);
    expect(figureOf(report as never, 'channelVoices:email')).toMatchObject({ hidden: true, value: null, count: null });
    expect(figureOf(report as never, 'channelVoices:chat')).toMatchObject({ hidden: true, value: null });
    expect(figureOf(report as never, 'channelVoices:review')).toMatchObject({ hidden: false, value: 80 });
    expect(figureOf(report as never, 'voices')).toMatchObject({ hidden: false, value: 103 });
  });

  it('counts people, not words: thirty voices of one person are one', () => {
    const inputs = inputsOf([
      ['email', 'negative', 30, 0],
      ['review', 'negative', 60, 0],
      ['chat', 'negative', 60, 0],
    ]);
    inputs.people = inputs.people.map((one) => (one.item === 'email' ? { ...one, people: 1 } : one));
    const report = publicReportOf(redact(figuresOf(inputs), []), NO_TEXTS);
    expect(figureOf(report as never, 'channelVoices:email')!.hidden).toBe(true);
    expect(report.figures.filter((one) => one.metric === 'channelVoices' && one.hidden)).toHaveLength(2);
  });

  it('hides what is nearly everybody: the few that are missing would be known', () => {
    const report = publish([[['review', 'positive', 100, 100]], { themeCounts: { 'quality.soft': [97, 50] } }]);
    expect(figureOf(report as never, 'themeShare:quality.soft')).toBeUndefined();
    expect(figureOf(report as never, 'themeChange:quality.soft')).toBeUndefined();
  });

  it('gives no median of a handful and no 90th percentile of a few dozen', () => {
    const time = (n: number) => ({ n, median: 10, p90: 50 });
    const of = (n: number) => publish([[], { firstReply: { now: time(n), before: time(n) } }]);
    expect(figureOf(of(9) as never, 'firstReplyMedian')!.value).toBeNull();
    expect(figureOf(of(10) as never, 'firstReplyMedian')!.value).toBe(10);
    expect(figureOf(of(49) as never, 'firstReplyP90')!.value).toBeNull();
    expect(figureOf(of(50) as never, 'firstReplyP90')!.value).toBe(50);
  });
});
