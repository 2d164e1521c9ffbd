// What the shop shows: weekly meetings with decisions, the roadmap and changelog, two reports of which one is corrected.
import type { Answered } from '../stage.ts';
import { atWork, dayName, HOUR, type Tale } from '../tale.ts';
import words from '../words/published.json' with { type: 'json' };

const on = (tale: Tale, day: number, hour: number) => tale.storyTime(day, hour);

export function planPublishing(tale: Tale): void {
  planRoadmap(tale);
  for (let week = 1; week * 7 < 90; week += 1) planMeeting(tale, week);
  planReport(tale, { from: 0, to: 29, on: 31, foreword: words.foreword.first, correctedOn: 34 });
  planReport(tale, { from: 56, to: 85, on: 87, foreword: words.foreword.second, correctedOn: null });
}

function planRoadmap(tale: Tale): void {
  const { stage, staff, kept } = tale;
  for (const { key, kind, day, stage: where, title, text, link } of words.roadmap) {
    tale.plan(on(tale, day, 14.5), async () => {
      const links = link && kept.has(key) ? [{ kind: link, id: kept.get(key)! }] : [];
      const made = await stage.call(staff.analyst, 'createRoadmapItem', {
        body: { kind, stage: where, title, text, links },
      });
      kept.set(`item:${key}`, made.id);
      await stage.call(staff.manager, 'publishRoadmapItem', { params: { id: made.id } });
    });
  }
  for (const { key, day, stage: where, entry } of words.moves) {
    tale.plan(on(tale, day, 16.5), async () => {
      const id = kept.get(`item:${key}`);
      if (id)
        await stage.call(staff.manager, 'moveRoadmapItem', {
          params: { id },
          body: { stage: where, ...(entry ? { entry } : {}) },
        });
    });
  }
}

/** Each week: the pack of the week that ended, who came, two decisions; those of the week before are mostly done. */
function planMeeting(tale: Tale, week: number): void {
  const { stage, staff, kept } = tale;
  const dice = tale.dice.fork(`meeting ${week}`);
  const at = atWork(on(tale, week * 7, 15), dice);
  tale.plan(at, async () => {
    const pack = await stage.ask(staff.manager, 'makeReviewPack', {
      body: { day: dayName(new Date(at - 7 * 24 * HOUR)) },
    });
    if (!pack) return;
    for (const id of (kept.get('decisions') ?? '').split(' ').filter(Boolean))
      if (dice.luck(0.8))
        await stage.ask(staff.manager, 'changeReviewDecision', { params: { id }, body: { state: 'done' } });
    const attendance = [staff.owner, staff.manager, staff.analyst, dice.pick(staff.agents)].map((one) => one.id);
    await stage.ask(staff.manager, 'changeReviewPack', {
      params: { id: pack.id },
      body: { attendance, notes: words.notes },
    });
    const made: string[] = [];
    for (let index = 0; index < 2; index += 1) {
      const owner = dice.pick([...staff.agents, staff.analyst]);
      const text = words.decisions[(week * 2 + index) % words.decisions.length]!.replaceAll('{agent}', owner.name);
      const dueOn = dayName(new Date(at + dice.whole(4, 9) * 24 * HOUR));
      const problemId = index === 0 && week > 6 && week < 10 ? kept.get('leak') : undefined;
      const decision = await stage.ask(staff.manager, 'addReviewDecision', {
        params: { id: pack.id },
        body: { text, ownerId: owner.id, dueOn, ...(problemId ? { problemId } : {}) },
      });
      const found = decision?.decided.find((one: { text: string; id: string }) => one.text === text);
      if (found) made.push(found.id);
    }
    kept.set('decisions', made.join(' '));
    await stage.ask(staff.manager, 'holdReviewPack', { params: { id: pack.id } });
  });
}

interface ReportPlan {
  from: number;
  to: number;
  on: number;
  foreword: { 'zh-CN': string; en: string };
  correctedOn: number | null;
}

function planReport(tale: Tale, plan: ReportPlan): void {
  const { stage, staff } = tale;
  let id = '';
  const day = (number: number) => dayName(new Date(on(tale, number, 12)));
  // A report is made of days that are over.
  const lastDay = () => [day(plan.to), dayName(new Date(on(tale, plan.on, 11) - 24 * HOUR))].sort()[0]!;
  const write = async (report: Answered) => {
    const { texts, figures } = report.open;
    const shown = (line: object) => ({ ...line, shown: true });
    await stage.call(staff.analyst, 'writeReport', {
      params: { id },
      body: {
        title: texts.title,
        sections: { ...texts.sections, foreword: plan.foreword },
        fixes: Object.fromEntries(figures.fixes.map((fix: { actionId: string }) => [fix.actionId, shown(words.fix)])),
        problems: Object.fromEntries(
          figures.openProblems.map((one: { problemId: string }) => [one.problemId, shown(words.problem)]),
        ),
      },
    });
    await stage.call(staff.manager, 'publishReport', { params: { id }, body: { version: report.open.version } });
  };
  tale.plan(on(tale, plan.on, 11), async () => {
    const report = await stage.call(staff.analyst, 'createReport', { body: { from: day(plan.from), to: lastDay() } });
    id = report.id;
    await write(report);
  });
  if (plan.correctedOn !== null) {
    tale.plan(on(tale, plan.correctedOn, 11), async () => {
      const body = { reason: words.correction };
      await write(await stage.call(staff.analyst, 'correctReport', { params: { id }, body }));
    });
  }
}
