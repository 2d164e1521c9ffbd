// What reaches the shop besides single voices: calls by speaker turn, and answered questionnaires.
import type { Dice } from '../dice.ts';
import { HOUR, type Tale } from '../tale.ts';
import { hintOf, productFor } from '../voices.ts';
import words from '../words/calls.json' with { type: 'json' };

const SPEAKERS: Record<string, string> = { a: 'agent', c: 'customer' };

/** Hotline calls of a day, handed over in the evening as the telephone system does. */
export function planCalls(tale: Tale, day: number): void {
  const dice = tale.dice.fork(`calls ${day}`);
  const start = tale.dayStart(day).getTime();
  const count = dice.luck(Math.min(1, tale.scale * 1.2)) ? dice.whole(1, 2) : 0;
  const items = Array.from({ length: count }, (_, index) => {
    const call = dice.pick(words.calls);
    const customer = dice.pick(tale.customers.filter((one) => one.locale === 'zh-CN'));
    const product = productFor(
      dice,
      /尺码/.test(call.turns.join('')) ? ['wear'] : /敏感肌/.test(call.turns.join('')) ? ['skin'] : undefined,
    );
    const at = start + dice.whole(9, 19) * HOUR + dice.whole(0, 59) * 60_000;
    const days = String(dice.whole(4, 9));
    return {
      id: `call-${day}-${index + 1}`,
      channel: 'hotline',
      startedAt: new Date(at).toISOString(),
      agent: dice.pick(tale.staff.agents).name,
      customer: hintOf(customer),
      product: { sku: product.sku, name: product.zh },
      locale: 'zh-CN',
      turns: call.turns.map((turn, position) => ({
        speaker: SPEAKERS[turn.slice(0, 1)],
        at: new Date(at + position * 25_000).toISOString(),
        text: turn.slice(2).replaceAll('{p}', product.zh).replaceAll('{d}', days),
      })),
    };
  });
  if (items.length === 0) return;
  tale.plan(start + 20.3 * HOUR, async () => {
    await tale.stage.call(tale.staff.manager, 'recordTranscripts', { body: { items } });
    tale.counts.calls += items.length;
  });
}

/** Answers to the two questionnaires; a few are left in the middle. */
export function planAnswers(tale: Tale, day: number): void {
  const dice = tale.dice.fork(`answers ${day}`);
  const start = tale.dayStart(day).getTime();
  const plan = (template: string, answers: (dice: Dice) => object) => {
    const at = start + dice.whole(9, 22) * HOUR + dice.whole(0, 59) * 60_000;
    const finish = dice.luck(0.88);
    const said = answers(dice);
    const device = `demo-device-${template}-${day}-${at}`;
    tale.plan(at, async () => {
      const address = `/api/v1/public/forms/${tale.kept.get(`form:${template}`)}/answers`;
      const json = { device, language: 'zh-CN', answers: said, finish };
      const done = await tale.stage.visit(address, { json });
      if (done.status < 300) tale.counts.answers += 1;
    });
  };
  const leaking = day >= tale.storyDay(33) && day < tale.storyDay(66);
  for (let left = dice.whole(0, 3); left > 0; left -= 1) {
    if (!dice.luck(Math.min(1, tale.scale + 0.2))) continue;
    plan('nps_delivery', (own) => {
      const nps = own.weigh([
        [10, 5],
        [9, 4],
        [8, leaking ? 2 : 3],
        [7, 2],
        [5, leaking ? 3 : 1],
        [2, leaking ? 2 : 0.6],
      ] as const);
      return nps >= 9
        ? { nps }
        : { nps, reason: { options: [own.pick(['slow', 'packing', 'quality', 'service', 'price'])] } };
    });
  }
  const weekday = new Date(start + 12 * HOUR).getUTCDay();
  if ([0, 3, 5].includes(weekday) && dice.luck(Math.min(1, tale.scale + 0.2))) {
    for (let left = dice.whole(1, 4); left > 0; left -= 1)
      plan('live_show', (own) => ({
        csat: own.weigh([
          [5, 5],
          [4, 4],
          [3, 1.5],
          [2, 0.6],
        ] as const),
        parts: {
          rows: { host: own.whole(3, 5), truth: own.whole(2, 5), price: own.whole(3, 5), pace: own.whole(2, 5) },
        },
      }));
  }
}
