// What reaches the shop on a day: voices by the rhythm of the week and the evenings of shows, orders and what becomes of them.
import type { Dice } from '../dice.ts';
import { HOUR, type Tale } from '../tale.ts';
import { type Customer, hintOf, productFor, type Said, SERUM, sayEveryday, sayLeak, sayLive } from '../voices.ts';
import spam from '../words/spam.json' with { type: 'json' };

/** Days of the story between which the bad pumps are in the shops. */
export const LEAK_FROM = 33;
export const LEAK_UNTIL = 64;
/** Monday first: weekends are busy. */
const WEEK = [0.8, 0.95, 0.85, 1, 1.15, 1.35, 1.25] as const;
const SHOW_DAYS = new Set([2, 4, 6]);
const HOURS: readonly (readonly [number, number])[] = [
  [8, 4],
  [10, 10],
  [12, 12],
  [13, 8],
  [15, 8],
  [17, 9],
  [19, 12],
  [20, 14],
  [21, 15],
  [22, 10],
  [23, 4],
];

interface Voice {
  at: number;
  externalId: string;
  said: Said;
  customer: Customer | null;
}

/** Puts the voices of one day on the agenda, in the bundles in which channels hand them over. */
export function planVoices(tale: Tale, day: number): void {
  const dice = tale.dice.fork(`voices ${day}`);
  const voices = voicesOf(tale, dice, day).sort((one, other) => one.at - other.at);
  const bundles = new Map<number, Voice[]>();
  for (const voice of voices) {
    const slot = Math.ceil(voice.at / (2 * HOUR)) * 2 * HOUR;
    bundles.set(slot, [...(bundles.get(slot) ?? []), voice]);
  }
  for (const [at, bundle] of bundles) {
    tale.plan(at - 60_000, async () => {
      const done = await tale.stage.record(bundle.map(draftOf));
      tale.counts.voices += done.recorded;
      tale.counts.quarantined += done.quarantined;
    });
  }
}

function voicesOf(tale: Tale, dice: Dice, day: number): Voice[] {
  const start = tale.dayStart(day).getTime();
  const weekday = new Date(start + 12 * HOUR).getUTCDay();
  const busy = WEEK[(weekday + 6) % 7]!;
  const hour = () => dice.weigh(HOURS) * HOUR + dice.whole(0, 59) * 60_000 + dice.whole(0, 59) * 1000;
  const count = (mean: number) => Math.max(0, Math.round(mean * tale.scale * busy * (0.8 + dice.roll() * 0.4)));
  const voices: Voice[] = [];
  const add = (at: number, said: Said, customer: Customer | null) =>
    voices.push({ at, said, customer, externalId: `demo-${day}-${voices.length + 1}` });
  for (let left = count(14.5); left > 0; left -= 1) {
    const customer = someone(tale, dice);
    add(start + hour(), sayEveryday(dice, customer), customer);
  }
  if (SHOW_DAYS.has(weekday)) {
    for (let left = count(31); left > 0; left -= 1)
      add(
        start + 20 * HOUR + dice.whole(0, 150) * 60_000 + dice.whole(0, 59) * 1000,
        sayLive(dice),
        someone(tale, dice),
      );
  }
  const from = tale.storyDay(LEAK_FROM);
  const until = tale.storyDay(LEAK_UNTIL);
  const leaks = day >= from && day < until ? 3.6 : day >= until && day < until + 3 ? 1 : 0.06;
  for (let left = leaks < 1 ? (dice.luck(leaks) ? 1 : 0) : count(leaks); left > 0; left -= 1)
    add(start + hour(), sayLeak(dice), someone(tale, dice, true));
  for (const wave of spam.waves) {
    const first = tale.storyDay(wave.fromDay);
    if (day < first || day >= first + wave.days) continue;
    for (let left = Math.round(wave.each * tale.scale); left > 0; left -= 1) {
      const text = dice.pick(wave.text).replaceAll('{w}', `qx${dice.whole(10_000, 99_999)}`);
      const said: Said = {
        channel: dice.pick(['live', 'social', 'review']),
        text,
        rating: null,
        product: SERUM,
        topic: 'spam',
      };
      add(start + 20 * HOUR + dice.whole(0, 60) * 60_000, said, null);
    }
  }
  // The same words twice: somebody writes in the chat what he has just written in his review.
  for (const voice of voices.filter(({ said }) => said.channel === 'review'))
    if (dice.luck(0.04))
      add(voice.at + dice.whole(5, 50) * 60_000, { ...voice.said, channel: 'chat', rating: null }, voice.customer);
  return voices.filter((voice) => voice.at < tale.until.getTime() - 60_000);
}

function someone(tale: Tale, dice: Dice, chinese = false): Customer {
  for (;;) {
    const customer = dice.pick(tale.customers);
    if (chinese && customer.locale === 'en') continue;
    if (customer.weight > 1 || dice.luck(0.45)) return customer;
  }
}

function draftOf({ at, externalId, said, customer }: Voice) {
  return {
    externalId,
    channel: said.channel,
    text: said.text,
    occurredAt: new Date(at).toISOString(),
    ...(said.rating === null ? {} : { rating: said.rating }),
    ...(said.topic === 'spam' ? {} : { product: { sku: said.product.sku, name: said.product.zh } }),
    ...(customer ? { person: hintOf(customer), locale: customer.locale } : {}),
  };
}

/** Orders of a day with their parcels, refunds and exchanges; some people never say why they sent something back. */
export function planTrade(tale: Tale, day: number): void {
  const dice = tale.dice.fork(`trade ${day}`);
  const start = tale.dayStart(day).getTime();
  const orders = Math.round((11 + dice.whole(0, 7)) * tale.scale);
  const signals: { at: number; signal: object }[] = [];
  for (let index = 0; index < orders; index += 1) {
    const customer = someone(tale, dice);
    const product = productFor(dice);
    const orderNo = `QX${String(day).padStart(3, '0')}${String(index).padStart(4, '0')}`;
    const lines = [
      { sku: product.sku, name: product.zh, qty: 1, amountMinor: product.price, currency: 'CNY', size: 'M' },
    ];
    const placed = start + dice.weigh(HOURS) * HOUR + dice.whole(0, 59) * 60_000;
    const add = (kind: string, at: number, more: object = {}) =>
      signals.push({
        at,
        signal: {
          externalId: `${orderNo}-${kind}`,
          source: 'qingxing',
          kind,
          occurredAt: new Date(at).toISOString(),
          person: hintOf(customer),
          orderNo,
          lines,
          ...more,
        },
      });
    const money = { amountMinor: product.price, currency: 'CNY' };
    add('order_placed', placed, money);
    const delivered = placed + dice.whole(30, 96) * HOUR;
    add('delivered', delivered);
    if (dice.luck(0.045)) add('refund', delivered + dice.whole(12, 90) * HOUR, money);
    else if (product.kind === 'wear' && dice.luck(0.1))
      add('exchange', delivered + dice.whole(10, 60) * HOUR, { reason: 'size', lines: [{ ...lines[0], sizeTo: 'L' }] });
    if (dice.luck(0.05)) add('add_to_cart', placed - 2 * HOUR);
  }
  const byDay = new Map<number, object[]>();
  for (const { at, signal } of signals) {
    const slot = Math.floor((at - start) / (24 * HOUR));
    byDay.set(slot, [...(byDay.get(slot) ?? []), signal]);
  }
  for (const [slot, items] of byDay) {
    tale.plan(start + slot * 24 * HOUR + 23.6 * HOUR, async () => {
      await tale.stage.call(tale.staff.analyst, 'recordSignalBatch', { body: { items } });
      tale.counts.signals += items.length;
    });
  }
}
