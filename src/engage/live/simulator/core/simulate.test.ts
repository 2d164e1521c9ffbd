import { describe, expect, it } from 'vitest';
import { LIVE_CLASSES } from '../../analysis/core/analysis.contract.ts';
import { CROWD } from './crowd-numbers.ts';
import { LINE_BOOKS } from './line-book.ts';
import { planShow } from './plan-show.ts';
import { retimed } from './retime.ts';
import { simulate } from './simulate.ts';
import type { SimulatedEvent, SimulateOptions } from './simulated-show.contract.ts';
import { summarise } from './summarise.ts';

const show: SimulateOptions = { seed: 7, viewers: 900, ratePerSecond: 12, minutes: 16 };
const play = (options: SimulateOptions): SimulatedEvent[] => [...simulate(options)];
const all = play(show);
const plan = planShow(show);
const lines = all.filter((one) => one.truth !== undefined);

describe('a simulated show', () => {
  it('is the same for the same options, and another for another seed', () => {
    const short = { ...show, minutes: 2 };
    expect(JSON.stringify(play(short))).toBe(JSON.stringify(play(short)));
    expect(JSON.stringify(play(short))).not.toBe(JSON.stringify(play({ ...short, seed: 8 })));
  });

  it('comes in order of time, with one id each', () => {
    expect(all.every((one, at) => at === 0 || one.event.ts >= all[at - 1]!.event.ts)).toBe(true);
    expect(new Set(all.map((one) => one.event.id)).size).toBe(all.length);
    expect(all[0]!.event.type).toBe('room.start');
    expect(all.at(-1)!.event.type).toBe('room.end');
  });

  it('has about as many lines a second as asked for', () => {
    const calm = lines.filter(({ truth }) => !truth!.incidentId && !truth!.waveId && !truth!.chantId);
    expect(calm.length / (show.minutes * 60)).toBeGreaterThan(show.ratePerSecond * 0.85);
    expect(calm.length / (show.minutes * 60)).toBeLessThan(show.ratePerSecond * 1.2);
  });

  it('repeats itself about as much as the recorded room did', () => {
    const last = new Map<string, number>();
    let repeats = 0;
    for (const { event } of lines) {
      if (event.type !== 'comment') continue;
      const plain = event.text.toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '') || event.text;
      if (event.ts - (last.get(plain) ?? -1e9) <= 3000) repeats += 1;
      last.set(plain, event.ts);
    }
    expect(Math.abs(repeats / lines.length - CROWD.repetition.s3)).toBeLessThan(0.12);
  });

  it('means only classes that exist, and every product and group it names', () => {
    const ids = new Set(plan.products.map((one) => one.productId));
    for (const { truth } of lines) {
      expect(LIVE_CLASSES).toContain(truth!.class);
      if (truth!.productId) expect(ids).toContain(truth!.productId);
      if (truth!.groupKey?.includes('@')) expect(truth!.groupKey.endsWith(truth!.productId!)).toBe(true);
    }
    expect(
      lines.every(({ event }) => event.type === 'comment' && event.text.length > 0 && !/[{}]/u.test(event.text)),
    ).toBe(true);
  });

  it('says what was planted, when it was planned, by enough people', () => {
    const { incidents } = summarise(plan, all);
    const spoken = incidents.filter((one) => one.kind !== 'stall');
    expect(new Set(spoken.map((one) => one.kind)).size).toBeGreaterThan(3);
    for (const one of spoken) expect(one.people).toBeGreaterThanOrEqual(one.kind === 'risk' ? 3 : 5);
    for (const { event, truth } of lines) {
      const planted = plan.incidents.find((one) => one.incidentId === (truth!.incidentId ?? truth!.waveId));
      if (planted) expect(event.ts).toBeGreaterThanOrEqual(planted.from);
    }
  });

  it('is silent while it stalls, and floods after', () => {
    const stalled = planShow({ ...show, incidents: ['stall'] });
    const stall = stalled.incidents[0]!;
    const events = play({ ...show, incidents: ['stall'] }).filter((one) => one.event.type === 'comment');
    const between = (from: number, to: number) =>
      events.filter(({ event }) => event.ts >= from && event.ts < to).length;
    const from = Math.ceil(stall.from / 1000) * 1000;
    const to = Math.ceil(stall.to / 1000) * 1000;
    expect(between(from, to)).toBe(0);
    expect(between(to, to + 1000)).toBeGreaterThan(show.ratePerSecond * 4);
  });

  it('asks only what fits the product', () => {
    const kinds = new Map(plan.products.map((one) => [one.productId, one.kind]));
    for (const { truth } of lines) {
      const [language, key] = (truth!.groupKey ?? '/').split('@')[0]!.split('/');
      const family = LINE_BOOKS[language as 'zh']?.questions.find((one) => one.key === key);
      if (family && truth!.productId && family.kinds.length > 0)
        expect(family.kinds).toContain(kinds.get(truth!.productId));
    }
  });

  it('sells: every payment and refund has its order', () => {
    const created = new Set<string>();
    for (const { event } of all) {
      if (event.type === 'order.created') created.add(event.orderId);
      else if (event.type === 'order.paid' || event.type === 'order.refunded') expect(created).toContain(event.orderId);
    }
    expect(created.size).toBeGreaterThan(10);
  });
});

describe('the written lines', () => {
  it('are many, and each question can be asked in at least eight ways', () => {
    const families = Object.values(LINE_BOOKS).flatMap((book) => book.questions);
    expect(LINE_BOOKS.zh.questions.length).toBeGreaterThanOrEqual(60);
    expect(families.every((family) => family.lines.length >= 8)).toBe(true);
    const every = Object.values(LINE_BOOKS).flatMap((book) => [...book.questions, ...book.lines, ...book.faults]);
    expect(new Set(every.flatMap((family) => family.lines.map((line) => line.parts.join('|')))).size).toBeGreaterThan(
      600,
    );
    const classes = new Set<string>(every.map((family) => family.class));
    expect(LIVE_CLASSES.filter((name) => !classes.has(name))).toEqual([]);
  });
});

describe('retimed', () => {
  it('draws a show together and leaves its first moment', () => {
    const gap = { type: 'room.gap' as const, ts: 1400, from: 1200, to: 1400, cause: 'disconnect' as const };
    expect(retimed(gap, 1000, 4)).toMatchObject({ ts: 1100, from: 1050, to: 1100 });
    expect(retimed({ type: 'like', ts: 1000, count: 1 }, 1000, 4).ts).toBe(1000);
  });
});
