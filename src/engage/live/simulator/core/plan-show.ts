// Lays out a simulated show before it begins: what is explained when, and what goes wrong when.
import type { LiveClass } from '../../analysis/core/analysis.contract.ts';
import { CROWD } from './crowd-numbers.ts';
import { createDice, type Dice } from './dice.ts';
import { simulatedGoods } from './goods.ts';
import { type Family, isOfProduct, LINE_BOOKS, suits } from './line-book.ts';
import {
  type AirSlot,
  INCIDENT_KINDS,
  type IncidentKind,
  type PlannedIncident,
  type ShowPlan,
  type SimulatedProduct,
  type SimulateOptions,
} from './simulated-show.contract.ts';

/** 2026-01-10 20:00 in Shanghai: a show like any other evening's. */
export const USUAL_START = Date.UTC(2026, 0, 10, 12);

/** A show of less than this has no room for a slow rise. */
const SLOW_RISE_FROM_MINUTES = 15;

/** The same options give the same plan. */
export function planShow(options: SimulateOptions): ShowPlan {
  const dice = createDice(options.seed).fork('plan');
  const startedAt = options.startedAt ?? USUAL_START;
  const endsAt = startedAt + Math.round(options.minutes * 60_000);
  const products = options.products ?? simulatedGoods(options.language === 'en' ? 'en' : 'zh');
  const slots = planSlots(products, startedAt, endsAt, dice.fork('slots'));
  return {
    seed: options.seed,
    startedAt,
    endsAt,
    title: options.language === 'en' ? 'Simulated evening show' : '模拟晚间专场',
    products,
    slots,
    incidents: planIncidents(options, products, slots, startedAt, endsAt, dice.fork('incidents')),
  };
}

/** Each product in turn, one to two and a half minutes long, a few seconds between; again from the first when time is left. */
function planSlots(products: readonly SimulatedProduct[], from: number, to: number, dice: Dice): AirSlot[] {
  const slots: AirSlot[] = [];
  const usual = Math.min(150_000, Math.max(45_000, (to - from) / Math.max(3, products.length)));
  let at = from + 6000;
  for (let turn = 0; at < to - 20_000 && products.length > 0; turn += 1) {
    const end = Math.min(to, at + usual * dice.between(0.75, 1.25));
    slots.push({ productId: products[turn % products.length]!.productId, from: Math.round(at), to: Math.round(end) });
    at = end + dice.between(2000, 8000);
  }
  return slots;
}

const SPAN: Readonly<Record<IncidentKind, readonly [number, number]>> = {
  complaint: [45_000, 90_000],
  risk: [25_000, 50_000],
  wave: [45_000, 90_000],
  chant: [14_000, 28_000],
  stall: [12_000, 40_000],
  slow_rise: [220_000, 320_000],
};

/** Two lanes: what a person must act on never overlaps its like or a stall; floods and waves go on beside it. */
function planIncidents(
  options: SimulateOptions,
  products: readonly SimulatedProduct[],
  slots: readonly AirSlot[],
  startedAt: number,
  endsAt: number,
  dice: Dice,
): PlannedIncident[] {
  const wanted = new Set(options.incidents ?? INCIDENT_KINDS);
  if (options.minutes < SLOW_RISE_FROM_MINUTES) wanted.delete('slow_rise');
  // The room needs a while to have a usual.
  const from = startedAt + Math.max(60_000, Math.min(180_000, (endsAt - startedAt) * 0.15));
  const lanes: IncidentKind[][] = [
    ['complaint', 'risk', 'stall', 'complaint', 'slow_rise', 'risk', 'complaint'],
    ['chant', 'wave', 'chant'],
  ];
  const planned: PlannedIncident[] = [];
  const used = new Set<string>();
  for (const [lane, deck] of lanes.entries()) {
    const kinds = deck.filter((kind) => wanted.has(kind));
    if (kinds.length === 0) continue;
    let at = from + dice.between(0, 25_000) + lane * 12_000;
    for (let turn = dice.whole(0, kinds.length - 1); ; turn += 1) {
      const kind = kinds[turn % kinds.length]!;
      const [least, most] = SPAN[kind];
      const end = at + (kind === 'stall' ? stallSpan(dice) : dice.between(least, most));
      if (end > endsAt - 10_000) break;
      const drawn = draw(kind, Math.round(at), Math.round(end), products, slots, used, dice);
      if (drawn) planned.push({ ...drawn, incidentId: `i${planned.length + 1}` });
      at = end + dice.between(25_000, 60_000);
    }
  }
  return planned.sort((a, b) => a.from - b.from);
}

function stallSpan(dice: Dice): number {
  const [least, most] = SPAN.stall;
  const { logMean, logSd } = CROWD.stalls;
  return Math.min(most, Math.max(least, Math.exp(logMean + logSd * dice.normal()) * 1000));
}

const COMPLAINTS: readonly LiveClass[] = [
  'complain.quality',
  'complain.price',
  'complain.shipping',
  'complain.service',
  'complain.stream',
];

function draw(
  kind: IncidentKind,
  from: number,
  to: number,
  products: readonly SimulatedProduct[],
  slots: readonly AirSlot[],
  used: Set<string>,
  dice: Dice,
): Omit<PlannedIncident, 'incidentId'> | null {
  if (kind === 'stall') return { kind, from, to, isTold: dice.luck(0.5) };
  if (kind === 'chant') return { kind, from, to };
  if (kind === 'wave') return { kind, from, to, people: dice.whole(24, 70) };
  // A picture that stands still is nothing that grows for minutes.
  const slowly = COMPLAINTS.filter((name) => kind !== 'slow_rise' || name !== 'complain.stream');
  const slot = slots.find((one) => one.to > from + 8000) ?? slots.at(-1);
  const product = products.find((one) => one.productId === slot?.productId);
  const faults = LINE_BOOKS.zh.faults.filter(
    (fault) =>
      fault.key !== null &&
      (kind === 'risk' ? fault.class.startsWith('risk.') : slowly.includes(fault.class)) &&
      fits(fault, product) &&
      !used.has(`${fault.class}/${isOfProduct(fault.class) ? product?.productId : ''}`),
  );
  if (faults.length === 0) return null;
  // First which kind of trouble, then which of it, so that the many faults of goods do not crowd out the rest.
  const name = dice.pick([...new Set(faults.map((one) => one.class))]);
  const fault = dice.pick(faults.filter((one) => one.class === name));
  const about = isOfProduct(fault.class) ? product?.productId : undefined;
  used.add(`${fault.class}/${about ?? ''}`);
  return { kind, from, to, class: fault.class, fault: fault.key!, ...(about ? { productId: about } : {}) };
}

function fits(fault: Family, product: SimulatedProduct | undefined): boolean {
  if (!isOfProduct(fault.class)) return true;
  return product !== undefined && suits(fault, product.kind);
}
