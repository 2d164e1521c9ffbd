// What the service desk does with a case: takes it, answers, promises, settles it; and what the customer makes of that.
import sql from 'sql-template-tag';
import { LINK_DAYS } from '../../../loop/answer/links/core/link.contract.ts';
import { statusLinkFor } from '../../../loop/answer/links/server/door.ts';
import type { Dice } from '../dice.ts';
import type { Worker } from '../stage.ts';
import { atWork, HOUR, type Tale } from '../tale.ts';
import { SERUM } from '../voices.ts';
import words from '../words/desk.json' with { type: 'json' };

export interface OpenedCase {
  id: string;
  number: number;
  theme: string | null;
  openedAt: Date;
  openedBy: string;
  personId: string | null;
  /** What was said first, by where, when and in which words: the same in every telling, unlike ids. */
  voice: string;
  locale: string;
  sku: string | null;
}

const MINUTE = 60_000;
const CUSTOMERS_SEEN = new Set(['urgent']);

/** Cases that were opened since the last look, in the order of their numbers. */
export function readNewCases(tale: Tale, after: number): Promise<OpenedCase[]> {
  return tale.stage.db.read((tx) =>
    tx.rows<OpenedCase>(sql`
      SELECT c.id, c.number, c.theme, c.opened_at AS "openedAt", c.opened_by AS "openedBy", c.person_id AS "personId",
        first.voice, coalesce(p.locale, 'zh-CN') AS locale, g.sku
      FROM cases_facts c
      CROSS JOIN LATERAL (
        SELECT concat_ws('/', f.channel, extract(epoch FROM f.occurred_at), md5(f.text)) AS voice, f.product_id FROM case_feedback_facts m
        JOIN feedback_facts f ON f.workspace_id = m.workspace_id AND f.id = m.feedback_id
        WHERE m.workspace_id = c.workspace_id AND m.case_id = c.id ORDER BY f.occurred_at, md5(f.text) LIMIT 1) first
      LEFT JOIN people_facts p ON p.workspace_id = c.workspace_id AND p.id = c.person_id
      LEFT JOIN products_facts g ON g.workspace_id = c.workspace_id AND g.id = first.product_id
      WHERE c.workspace_id = ${tx.workspaceId} AND c.number > ${after} ORDER BY c.number`),
  );
}

export const isLeak = (found: OpenedCase) => found.theme === 'packaging.leak' && found.sku === SERUM.sku;

/** Plans the life of one case. */
export function planCase(tale: Tale, found: OpenedCase): void {
  tale.counts.cases += 1;
  tale.kept.set(`voice:${found.id}`, found.voice);
  const dice = tale.dice.fork(`case ${found.voice}`);
  const agent = dice.pick(tale.staff.agents);
  const urgent = CUSTOMERS_SEEN.has(found.openedBy);
  const params = { id: found.id };
  const taken = atWork(found.openedAt.getTime() + dice.whole(3, urgent ? 9 : 40) * MINUTE, dice);
  tale.plan(taken, async () => {
    await tale.stage.ask(agent, 'assignCase', { params, body: { memberId: agent.id } });
    await tale.stage.ask(agent, 'triageCase', { params, body: { stage: 'handle' } });
  });
  // Now and then nobody gets round to it in time.
  const slow = dice.luck(0.09);
  const answered = atWork(taken + (slow ? dice.whole(300, 1500) : dice.whole(4, urgent ? 20 : 110)) * MINUTE, dice);
  tale.plan(answered, () => answer(tale, found, agent, dice));
  if (dice.luck(0.2)) {
    tale.plan(answered + 6 * MINUTE, async () => {
      await tale.stage.ask(agent, 'addCaseNote', { params, body: { text: dice.pick(words.note) } });
    });
  }
  if (dice.luck(0.16)) planPromise(tale, found, agent, dice, answered + 4 * MINUTE);
  if (dice.luck(0.3)) {
    const text = dice.pick(found.locale === 'en' ? words.answerEn : words.answer);
    tale.plan(answered + dice.whole(20, 500) * MINUTE, () => customerSays(tale, found, `/messages`, { text }));
  }
  // Half of those whose pump leaked wait for the new one; they are told together when the cause is gone.
  if (isLeak(found) && dice.luck(0.42)) {
    if (dice.luck(0.5)) tale.onceCured.push(() => planRating(tale, found, agent, dice));
    return;
  }
  // A few drag on for a week or more.
  const long = dice.luck(0.05) ? dice.whole(100, 260) : 0;
  const settled = atWork(
    answered + (long || dice.whole(4, dice.luck(0.3) ? 90 : 40)) * HOUR + dice.whole(0, 50) * MINUTE,
    dice,
  );
  tale.plan(settled, () => settle(tale, found, agent, dice, 1));
}

function fill(text: string, agent: Worker): string {
  return text.replaceAll('{agent}', agent.name);
}

async function answer(tale: Tale, found: OpenedCase, agent: Worker, dice: Dice, again = false): Promise<void> {
  const branch = (found.theme ?? '').split('.')[0] ?? '';
  const steps = (words.step as Record<string, string[]>)[branch] ?? words.step.any;
  const text = again
    ? dice.pick(words.again)
    : found.locale === 'en'
      ? fill(dice.pick(words.replyEn), agent)
      : fill(
          [dice.pick(words.greet), dice.pick(words.sorry), dice.pick(steps), dice.pick(words.close)].join(''),
          agent,
        );
  const said = await tale.stage.ask(agent, 'sendReply', {
    params: { id: found.id },
    body: { text, nextStatus: dice.luck(0.3) ? 'pending' : 'open' },
  });
  if (said) tale.counts.replies += said.replies?.length ?? 1;
}

function planPromise(tale: Tale, found: OpenedCase, agent: Worker, dice: Dice, at: number): void {
  const days = dice.whole(1, 3);
  tale.plan(at, async () => {
    const made = await tale.stage.ask(agent, 'makePromise', {
      params: { id: found.id },
      body: { text: dice.pick(words.promise), due: { in: days, unit: 'days' } },
    });
    if (!made) return;
    tale.counts.promises += 1;
    const late = dice.luck(0.15);
    if (late && dice.luck(0.4)) return;
    const done = atWork(at + days * 24 * HOUR * (late ? 1.7 : 0.5 + dice.roll() * 0.4), dice);
    tale.plan(done, async () => {
      await tale.stage.ask(agent, 'keepPromise', {
        params: { id: made.id },
        body: { note: dice.pick(late ? words.missed : words.kept) },
      });
    });
  });
}

/** @param round 1 the first time; a case that came back is settled once more, by the same agent */
async function settle(tale: Tale, found: OpenedCase, agent: Worker, dice: Dice, round: number): Promise<void> {
  const english = found.locale === 'en';
  const message = dice.pick(round > 1 ? words.resolvedAgain : english ? words.resolvedEn : words.resolved);
  const done = await tale.stage.ask(agent, 'resolveCase', {
    params: { id: found.id },
    body: {
      resolution: dice.pick(['replaced', 'refunded', 'explained', 'fixed', 'compensated']),
      note: null,
      message,
      tell: true,
    },
  });
  if (!done) return;
  tale.counts.resolved += 1;
  const now = tale.stage.clock.now.getTime();
  const later = (from: number, to: number) => now + dice.whole(from, to) * HOUR + dice.whole(0, 59) * MINUTE;
  if (round > 1) return tale.plan(later(26, 50), () => verdict(tale, found, true, ''));
  // Nobody says how it went before the letter that asks him has been written, at the end of the day.
  const mood = dice.weigh([
    ['rates', 44],
    ['confirms', 9],
    ['disputes', 5],
    ['silent', 42],
  ] as const);
  if (mood === 'rates') tale.plan(later(26, 80), () => rate(tale, found, agent, dice));
  if (mood === 'confirms') tale.plan(later(26, 60), () => verdict(tale, found, true, dice.pick(words.thanks)));
  if (mood === 'disputes') {
    tale.plan(later(26, 70), async () => {
      tale.counts.disputes += 1;
      await verdict(tale, found, false, dice.pick(words.notSolved));
      planAgain(tale, found, agent, dice);
    });
  }
}

function planRating(tale: Tale, found: OpenedCase, agent: Worker, dice: Dice): void {
  const at = tale.stage.clock.now.getTime() + dice.whole(33, 90) * HOUR + dice.whole(0, 59) * MINUTE;
  tale.plan(at, () => rate(tale, found, agent, dice));
}

function planAgain(tale: Tale, found: OpenedCase, agent: Worker, dice: Dice): void {
  const now = tale.stage.clock.now.getTime();
  const answered = atWork(now + dice.whole(10, 90) * MINUTE, dice);
  tale.plan(answered, () => answer(tale, found, agent, dice, true));
  tale.plan(atWork(answered + dice.whole(5, 30) * HOUR, dice), () => settle(tale, found, agent, dice, 2));
}

/** The customer opens his page, as the link in his letter does. */
export async function linkOf(tale: Tale, found: { id: string; personId: string | null }): Promise<string | null> {
  const { personId } = found;
  if (!personId) return null;
  const { stage, tools } = tale;
  const link = await stage.db.write((tx) =>
    statusLinkFor(tx, tools.sealer, { subject: found.id, reporter: personId, now: stage.clock.now, days: LINK_DAYS }),
  );
  return link.path;
}

async function customerSays(tale: Tale, found: OpenedCase, what: string, form: Record<string, string>): Promise<void> {
  const link = await linkOf(tale, found);
  if (link) await tale.stage.visit(`${link}${what}`, { form });
}

async function verdict(tale: Tale, found: OpenedCase, solved: boolean, text: string): Promise<void> {
  await customerSays(tale, found, '/verdict', { solved: solved ? 'yes' : 'no', text });
  if (solved) await agreeToThanks(tale, found);
}

async function rate(tale: Tale, found: OpenedCase, agent: Worker, dice: Dice): Promise<void> {
  const link = await linkOf(tale, found);
  if (!link) return;
  const page = await tale.stage.visit(link);
  const address = /\/r\/[A-Za-z0-9_-]{32}/.exec(page.body)?.[0];
  if (!address) return;
  const score = dice.weigh([
    [5, 52],
    [4, 25],
    [3, 9],
    [2, 6],
    [1, 8],
  ] as const);
  const comment = dice.luck(0.5) ? dice.pick(score >= 4 ? words.thanks : score <= 2 ? words.low : ['']) : '';
  const given = await tale.stage.visit(address, { form: { score: String(score), comment } });
  if (given.status >= 400) return;
  tale.counts.ratings += 1;
  if (score >= 4) await agreeToThanks(tale, found);
  if (score <= 2) {
    tale.counts.disputes += 1;
    planAgain(tale, found, agent, dice);
  }
}

/** Some like to be thanked by name. */
async function agreeToThanks(tale: Tale, found: OpenedCase): Promise<void> {
  const name = await tale.stage.db.read((tx) =>
    tx.maybe<{ name: string | null }>(
      sql`SELECT name FROM people_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${found.personId}`,
    ),
  );
  const customer = tale.customers.find((one) => one.name === name?.name && one.wantsThanks);
  if (customer) await customerSays(tale, found, '/thanks', { nickname: customer.name.slice(0, 20) });
}

/** Once a day: what waits to be sent by hand is sent, customers are called back. */
export async function doRounds(tale: Tale, day: number): Promise<void> {
  const dice = tale.dice.fork(`rounds ${day}`);
  const { stage, staff } = tale;
  const tasks = await stage.ask(staff.agents[0]!, 'listDeliveryTasks', { query: { state: 'open', limit: 100 } });
  for (const task of tasks?.items ?? [])
    await stage.ask(dice.pick(staff.agents), 'settleDeliveryTask', {
      params: { id: task.id },
      body: { outcome: 'done' },
    });
  const calls = await stage.ask(staff.agents[0]!, 'listCallbacks', { query: { limit: 50 } });
  for (const call of calls?.items ?? []) {
    // By the case, not by the place in the list: calls planned at the same instant stand in no order.
    const own = dice.fork(`call ${tale.kept.get(`voice:${call.case.id}`)}`);
    const agent = own.pick(staff.agents);
    const outcome = own.weigh([
      ['fixed', 6],
      ['later', 3],
      ['not_fixed', 0.7],
      ['unreachable', 0.5],
    ] as const);
    if (outcome === 'later') await stage.ask(agent, 'tryCallback', { params: { id: call.id }, body: {} });
    else {
      const note = own.pick(outcome === 'fixed' ? words.callback : words.callbackBad);
      const done = await stage.ask(agent, 'settleCallback', {
        params: { id: call.id },
        body: outcome === 'unreachable' ? { outcome } : { outcome, note },
      });
      if (done) tale.counts.callbacks += 1;
    }
  }
}
