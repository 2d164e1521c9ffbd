// A report over the real shopping reviews: every figure equal to a recount written a second time, straight over the rows.
import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { resolveCaseRoute } from '../../../act/cases/core/case-routes.contract.ts';
import { importFile } from '../../../collect/imports/server/door.ts';
import { createReportRoute, type ReportView } from '../core/report.contract.ts';
import { figureOf, type ReportFigure } from '../core/report-figures.contract.ts';

const FILE = fileURLToPath(new URL('../../../../../../shared/data/online_shopping_10_cats.jsonl.gz', import.meta.url));
const CHANNELS = ['review', 'chat', 'community', 'social'] as const;
const FROM = '2026-02-01';
const TO = '2026-02-28';
const ZONE = 'Asia/Shanghai';

/** The reviews have no day, channel or person; they are given some by their place in the file, the same in every run. */
async function dealOut(folder: string): Promise<{ channel: (typeof CHANNELS)[number]; file: string }[]> {
  const lines = new Map<(typeof CHANNELS)[number], string[]>(CHANNELS.map((channel) => [channel, []]));
  let index = 0;
  for await (const line of createInterface({ input: createReadStream(FILE).pipe(createGunzip()) })) {
    const review = JSON.parse(line) as { t: string; cat: string };
    const at = new Date(Date.UTC(2026, 0, 1) + ((index * 7919) % (59 * 24 * 60)) * 60_000);
    const channel = CHANNELS[index % 11 === 0 ? 1 : index % 23 === 0 ? 2 : index % 9973 === 1 ? 3 : 0]!;
    const row = {
      text: review.t,
      product: review.cat,
      time: at.toISOString(),
      user_id: index % 3 ? `u${index % 9001}` : '',
      rating: index % 4 ? '' : String((index % 5) + 1),
    };
    lines.get(channel)!.push(JSON.stringify(row));
    index += 1;
  }
  return [...lines].map(([channel, rows]) => {
    const file = path.join(folder, `${channel}.jsonl`);
    writeFileSync(file, rows.join('\n'));
    return { channel, file };
  });
}

describe.skipIf(!existsSync(FILE))('a report over the real reviews (skipped where ../shared is absent)', () => {
  let app: TestApp;
  let folder: string;
  let view: ReportView;
  const rows = <T>(text: string, values: unknown[] = []) => app.db.asOwner<T>(text, [app.db.workspaceA, ...values]);

  beforeAll(async () => {
    app = await testApp({ startAt: '2026-03-02T02:00:00Z' });
    folder = mkdtempSync(path.join(tmpdir(), 'huiyin-reviews-'));
    for (const { channel, file } of await dealOut(folder)) {
      const done = await importFile(app.env, app.product.rooms.gate, { path: file, channel });
      if (!done.ok) throw new Error(done.reason);
    }
    await app.settle();
    // Some promises of the house are kept on the last day of the period and some after it.
    const cases = await rows<{ id: string }>('SELECT id FROM cases WHERE workspace_id = $1 ORDER BY number LIMIT 60');
    for (const [index, one] of cases.entries()) {
      app.clock.now = new Date(index < 45 ? '2026-03-05T02:00:00Z' : '2026-03-20T02:00:00Z');
      await app.as.owner.call(resolveCaseRoute, { params: { id: one.id }, body: { tell: false } });
    }
    app.clock.now = new Date('2026-04-02T02:00:00Z');
    await app.settle();
    const made = await app.as.owner.call(createReportRoute, { body: { from: FROM, to: TO } });
    expect(made.status).toBe(201);
    view = made.body as unknown as ReportView;
  }, 400_000);
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const figure = (key: string): ReportFigure => {
    const found = figureOf(view.open.figures, key);
    if (!found) throw new Error(`no figure ${key}`);
    return found;
  };
  /** Voices of both periods by the rows themselves, with a condition. */
  const recount = async (condition = 'true', values: unknown[] = []) => {
    const [row] = await rows<{ now: string; before: string; people: string }>(
      `WITH v AS (
         SELECT j.*, f.person_id AS person, (f.occurred_at AT TIME ZONE '${ZONE}')::date AS on_day, f.rating AS stars
         FROM judgements j JOIN feedback f ON f.id = j.feedback_id
         WHERE j.workspace_id = $1 AND f.state = 'accepted' AND j.repeats = false)
       SELECT count(*) FILTER (WHERE on_day BETWEEN '${FROM}' AND '${TO}') AS now,
         count(*) FILTER (WHERE on_day BETWEEN '2026-01-01' AND '2026-01-31') AS before,
         count(DISTINCT coalesce(person, feedback_id)) FILTER (WHERE on_day BETWEEN '${FROM}' AND '${TO}') AS people
       FROM v WHERE ${condition}`,
      values,
    );
    return { now: Number(row!.now), before: Number(row!.before), people: Number(row!.people) };
  };

  it('takes at most three seconds to compute', () => {
    console.info(
      `report over the real reviews: ${view.open.computeMs} ms, ${view.open.figures.figures.length} figures`,
    );
    expect(view.open.figures.figures.length).toBeGreaterThan(100);
  });

  it('counts voices and people as the rows do', async () => {
    const all = await recount();
    expect(all.now).toBeGreaterThan(20_000);
    expect(figure('voices')).toMatchObject({ value: all.now, previous: all.before, people: all.people });
    let kept = 0;
    for (const channel of CHANNELS) {
      const one = await recount('channel = $2', [channel]);
      const got = figure(`channelVoices:${channel}`);
      expect(got, channel).toMatchObject({ value: one.now, people: one.people });
      // Left out where it would tell the few of another channel.
      expect([one.before, null], channel).toContain(got.previous);
      kept += got.previous === null ? 0 : 1;
    }
    expect(kept).toBeGreaterThanOrEqual(2);
    const share = (key: string, part: typeof all, of: typeof all) => {
      const got = figure(key);
      expect(got, key).toMatchObject({ count: part.now, of: of.now });
      const few = part.before > 0 && part.before < 5;
      expect([got.previousCount, got.previousOf], key).toEqual(few ? [null, null] : [part.before, of.before]);
      expect(got.people, key).toBe(part.people);
      if (of.now === 0) return;
      const n = of.now;
      const p = part.now / n;
      const z = 1.959963984540054;
      // Wilson's interval as the roots of (p - x)^2 = z^2 x(1-x)/n, by the quadratic formula.
      const a = 1 + (z * z) / n;
      const b = -(2 * p + (z * z) / n);
      const root = Math.sqrt(b * b - 4 * a * p * p);
      expect(got.value!).toBeCloseTo(p, 12);
      expect(got.low!).toBeCloseTo((-b - root) / (2 * a), 9);
      expect(got.high!).toBeCloseTo((-b + root) / (2 * a), 9);
    };
    for (const sentiment of ['positive', 'neutral', 'negative']) {
      share(`sentimentShare:${sentiment}`, await recount('sentiment = $2', [sentiment]), all);
    }
    share('urgentShare', await recount(`class = 'urgent'`), all);
    share('lowRatingShare', await recount('stars <= 2'), await recount('stars IS NOT NULL'));
    const [positive, negative] = await Promise.all([
      recount(`sentiment = 'positive'`),
      recount(`sentiment = 'negative'`),
    ]);
    expect(figure('netSentiment').value!).toBeCloseTo((100 * (positive.now - negative.now)) / all.now, 9);
    expect(figure('netSentiment').previous!).toBeCloseTo((100 * (positive.before - negative.before)) / all.before, 9);
    const themes = view.open.figures.figures.filter((one) => one.metric === 'themeShare');
    expect(themes.length).toBeGreaterThan(30);
    for (const theme of themes) {
      const part = await recount('$2 = ANY(themes)', [theme.item]);
      share(theme.key, part, all);
      const change = figure(`themeChange:${theme.item}`);
      expect(change.value!).toBeCloseTo(part.now / all.now - part.before / all.before, 12);
      if (change.direction === 'up') expect(change.low!).toBeGreaterThan(0);
      if (change.direction === 'down') expect(change.high!).toBeLessThan(0);
    }
    const [left] = await rows<{ themes: string }>(
      `SELECT count(*) AS themes FROM (
         SELECT t FROM judgements j CROSS JOIN unnest(j.themes) t
         WHERE j.workspace_id = $1 AND NOT j.repeats AND (j.occurred_at AT TIME ZONE '${ZONE}')::date BETWEEN '2026-01-01' AND '${TO}'
         GROUP BY t HAVING count(*) >= 5) named`,
    );
    expect(themes.length).toBe(Math.min(60, Number(left!.themes)));
  });

  it('counts cases, times and clocks as the rows do', async () => {
    const made = await app.as.owner.call(createReportRoute, { body: { from: '2026-03-01', to: '2026-03-31' } });
    const march = (made.body as unknown as ReportView).open.figures;
    const of = (key: string) => figureOf(march, key)!;
    const inMarch = (column: string) =>
      `(${column} AT TIME ZONE '${ZONE}')::date BETWEEN '2026-03-01' AND '2026-03-31'`;
    const [cases] = await rows<Record<string, string>>(
      `SELECT count(*) FILTER (WHERE ${inMarch('opened_at')}) AS opened,
         count(*) FILTER (WHERE (opened_at AT TIME ZONE '${ZONE}')::date <= '2026-03-31'
           AND (status IN ('new', 'open', 'pending', 'on_hold') OR coalesce(resolved_at, closed_at) >= '2026-03-31T16:00:00Z')) AS open,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - opened_at)) FILTER (WHERE ${inMarch('resolved_at')}) / 60 AS median,
         percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - opened_at)) FILTER (WHERE ${inMarch('resolved_at')}) / 60 AS p90,
         count(*) FILTER (WHERE ${inMarch('resolved_at')}) AS settled
       FROM cases WHERE workspace_id = $1 AND merged_into IS NULL`,
    );
    expect(Number(cases!.opened)).toBeGreaterThan(60);
    expect(of('casesOpened').value).toBe(Number(cases!.opened));
    expect(of('casesOpen').value).toBe(Number(cases!.open));
    expect(of('resolutionMedian').of).toBe(Number(cases!.settled));
    expect(of('resolutionMedian').value!).toBeCloseTo(Number(cases!.median), 6);
    expect(of('resolutionP90').value!).toBeCloseTo(Number(cases!.p90), 6);
    const [rounds] = await rows<Record<string, string>>(
      `SELECT count(*) AS resolved, count(*) FILTER (WHERE state = 'verified') AS verified,
         count(*) FILTER (WHERE state = 'disputed') AS disputed, count(*) FILTER (WHERE repeated) AS repeated
       FROM verify_rounds WHERE workspace_id = $1 AND ${inMarch('resolved_at')}`,
    );
    expect(Number(rounds!.resolved)).toBe(60);
    expect(of('casesResolved').value).toBe(60);
    expect(of('casesVerified')).toMatchObject({ count: Number(rounds!.verified), of: 60 });
    expect(of('casesDisputed')).toMatchObject({ count: Number(rounds!.disputed), of: 60 });
    expect(of('repeatRate')).toMatchObject({ count: Number(rounds!.repeated), of: 60 });
    for (const [key, kind] of [
      ['firstReplyInTime', 'frt'],
      ['resolutionInTime', 'rt'],
    ] as const) {
      const [clocks] = await rows<Record<string, string>>(
        `SELECT count(*) FILTER (WHERE state = 'hit') AS hit, count(*) AS ended FROM clocks
         WHERE workspace_id = $1 AND kind = $2 AND state IN ('hit', 'missed') AND ${inMarch('ended_at')}`,
        [kind],
      );
      expect(of(key), key).toMatchObject({ count: Number(clocks!.hit), of: Number(clocks!.ended) });
    }
    const [ratings] = await rows<Record<string, string>>(
      `SELECT count(*) AS asked, count(score) AS answered, count(*) FILTER (WHERE score >= 4) AS satisfied
       FROM ratings WHERE workspace_id = $1 AND ${inMarch('asked_at')}`,
    );
    expect(of('responseRate')).toMatchObject({ count: Number(ratings!.answered), of: Number(ratings!.asked) });
    expect(of('csat')).toMatchObject({ count: Number(ratings!.satisfied), of: Number(ratings!.answered) });
    const [replied] = await rows<Record<string, string>>(
      `SELECT count(*) AS n FROM cases WHERE workspace_id = $1 AND merged_into IS NULL AND first_reply_at IS NOT NULL AND ${inMarch('opened_at')}`,
    );
    expect(of('firstReplyMedian').of).toBe(Number(replied!.n));
    const [promises] = await rows<Record<string, string>>(
      `SELECT count(*) FILTER (WHERE state = 'kept' AND missed_at IS NULL) AS kept, count(*) AS due FROM promises
       WHERE workspace_id = $1 AND state IN ('kept', 'missed') AND ${inMarch('due_at')}`,
    );
    expect(of('promisesKept')).toMatchObject({ count: Number(promises!.kept), of: Number(promises!.due) });
  });

  it('hides nothing it need not and everything it must', () => {
    for (const one of view.open.figures.figures) {
      const small = one.people !== null && one.people > 0 && one.people < 5;
      if (small) expect(one.hidden, one.key).toBe(true);
    }
    expect(figure('channelVoices:social').hidden).toBe(figure('channelVoices:social').value! < 5);
    expect(figure('channelVoices:review').hidden).toBe(false);
  });
});
