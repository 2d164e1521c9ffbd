// Tells ninety days in a minute: everything comes in by the gate and is done by the verbs, only the clock is not the real one.
import type { Tools } from '../product.ts';
import { type DemoCounts, NOTHING_COUNTED } from './demo.contract.ts';
import { createDice } from './dice.ts';
import { openStage } from './stage.ts';
import { planAnswers, planCalls } from './story/contacts.ts';
import { doRounds, planCase, readNewCases } from './story/desk.ts';
import { planIncident } from './story/incident.ts';
import { planLiveEvening } from './story/live-evening.ts';
import { planTrade, planVoices } from './story/market.ts';
import { hireStaff, makeTeams, openWaysIn, setUpDesk } from './story/opening.ts';
import { planPublishing } from './story/publishing.ts';
import { createTale, DAY, HOUR } from './tale.ts';
import { makeCustomers } from './voices.ts';

export interface StoryOptions {
  seed: number;
  days: number;
  /** 1 is the whole shop; tests tell a smaller one. */
  scale: number;
  /** The end of the story. */
  until: Date;
  /** Called after every told day. */
  onDay(day: number, counts: DemoCounts): Promise<void>;
}

const CUSTOMERS = 700;
const VIPS = 12;

/** @param workspaceId an empty workspace; it is a full one afterwards */
export async function tellStory(tools: Tools, workspaceId: string, options: StoryOptions): Promise<DemoCounts> {
  const { seed, days, scale, until } = options;
  const dice = createDice(seed);
  const clock = { now: new Date(until.getTime() - (days + 1) * DAY) };
  const stage = await openStage(tools, workspaceId, clock);
  try {
    const staff = await hireStaff(tools, stage, workspaceId);
    const teams = await makeTeams(stage, staff);
    const customers = makeCustomers(dice.fork('customers'), Math.max(60, Math.round(CUSTOMERS * scale)));
    const counts = { ...NOTHING_COUNTED };
    const tale = createTale({
      ...{ stage, tools, dice, days, scale, until, customers, staff, teams },
      kept: new Map<string, string>(),
      counts,
      onceCured: [],
    });
    await setUpDesk(tale);
    await openWaysIn(tale);
    planIncident(tale);
    planPublishing(tale);
    planLiveEvening(tale);
    let seen = 0;
    for (let day = 0; day < days; day += 1) {
      planVoices(tale, day);
      planTrade(tale, day);
      planCalls(tale, day);
      planAnswers(tale, day);
      const start = tale.dayStart(day).getTime();
      tale.plan(start + 16 * HOUR, () => doRounds(tale, day));
      const end = new Date(Math.min(start + DAY, until.getTime()));
      await tale.doUntil(end);
      clock.now = end;
      await stage.react();
      const opened = await readNewCases(tale, seen);
      for (const found of opened) planCase(tale, found);
      seen = opened.at(-1)?.number ?? seen;
      // The desk answers what came in while it came in; what it does is heard of at the end of the next day.
      await tale.doUntil(end);
      clock.now = end;
      await stage.work();
      await stage.sweep();
      if (day === Math.floor(days / 3)) await nameVips(tale);
      await options.onDay(day + 1, counts);
    }
    clock.now = until;
    await stage.react();
    await stage.work();
    await stage.react();
    return counts;
  } finally {
    await stage.close();
  }
}

/** Some of those who order most often are looked after specially. */
async function nameVips(tale: ReturnType<typeof createTale>): Promise<void> {
  const page = await tale.stage.ask(tale.staff.manager, 'listCases', {
    query: { limit: 50, view: 'all', sort: 'oldest' },
  });
  const cases: { id: string; person: { id: string } | null }[] = page?.items ?? [];
  const voiceOf = ({ id }: { id: string }) => tale.kept.get(`voice:${id}`) ?? '';
  cases.sort((one, other) => (voiceOf(one) < voiceOf(other) ? -1 : 1));
  const people = new Set(cases.flatMap((one) => one.person?.id ?? []));
  for (const id of [...people].slice(0, VIPS))
    await tale.stage.ask(tale.staff.manager, 'setPersonTier', { params: { id }, body: { tier: 'vip' } });
}
