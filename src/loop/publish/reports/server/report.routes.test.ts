// A report's whole life by its routes: drafted, written, published by a person, read by everybody, corrected, withdrawn.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { recordFeedbackBatchRoute } from '../../../collect/intake/core/feedback.contract.ts';
import type { ReportRow, ReportView } from '../core/report.contract.ts';
import * as contract from '../core/report.contract.ts';
import { publicReportFileRoute, publicReportRoute, publicReportsRoute } from '../core/report-pages.contract.ts';
import { draftMonth } from './report.jobs.ts';

let app: TestApp;
let slug: string;

const february = { from: '2026-02-01', to: '2026-02-28' };

beforeAll(async () => {
  app = await testApp({ startAt: '2026-03-02T02:00:00Z' });
  const [row] = await app.db.asOwner<{ slug: string }>('SELECT slug FROM workspaces WHERE id = $1', [
    app.db.workspaceA,
  ]);
  slug = row!.slug;
  const items = Array.from({ length: 60 }, (_, index) => ({
    channel: index % 3 === 0 ? 'email' : index === 1 ? 'hotline' : 'review',
    externalId: `v${index}`,
    text: index % 2 ? `物流太慢，第${index}次等了两周` : `质量很好，很喜欢，第${index}次买`,
    rating: index % 2 ? 1 : 5,
    occurredAt: index < 40 ? '2026-02-10T04:00:00Z' : '2026-01-10T04:00:00Z',
    person: { externalId: `p${index}`, name: `顾客${index}` },
  }));
  const said = await app.as.owner.call(recordFeedbackBatchRoute, { body: { items } });
  expect(said.status).toBe(200);
  await app.settle();
});
afterAll(() => app.close());

const draft = async (days = february) =>
  (await app.as.analyst.call(contract.createReportRoute, { body: days })).body as unknown as ReportView;
const publish = (view: Pick<ReportView, 'id'>, version: number) =>
  app.as.manager.call(contract.publishReportRoute, { params: { id: view.id }, body: { version } });

describe('a report', () => {
  it('is drafted with figures, and nobody outside sees a draft', async () => {
    const view = await draft();
    expect(view).toMatchObject({ state: 'draft', from: '2026-02-01', previousFrom: '2026-01-01', shownVersion: null });
    expect(view.title).toEqual({
      'zh-CN': '用户体验改进报告 2026年2月',
      en: 'User experience improvement report, February 2026',
    });
    const voices = view.open.figures.figures.find((figure) => figure.key === 'voices')!;
    expect(voices).toMatchObject({ value: 40, previous: 20, people: 40 });
    // One voice by hotline is hidden, and with it a second channel.
    expect(view.open.hidden).toContain('channelVoices:hotline');
    expect(view.open.hidden).toContain('channelVoices:email');
    const page = await app.nobody.call(publicReportRoute, { params: { slug, id: view.id } });
    expect(page.status).toBe(404);
    const preview = await app.as.viewer.call(contract.previewReportRoute, { params: { id: view.id, version: 1 } });
    expect(preview.status).toBe(200);
    expect(String(preview.body)).toContain('A draft; nobody outside can read it yet.');
  });

  it('refuses what it must', async () => {
    const view = await draft();
    const params = { id: view.id };
    const refusal = async (answer: Promise<{ status: number; body: { code?: string } }>) => {
      const { status, body } = await answer;
      return `${status} ${body.code}`;
    };
    const { as } = app;
    const reason = 'a figure was wrong';
    expect(
      await refusal(as.analyst.call(contract.createReportRoute, { body: { from: '2026-03-02', to: '2026-03-01' } })),
    ).toBe('422 invalid_period');
    expect(
      await refusal(as.analyst.call(contract.createReportRoute, { body: { from: '2027-01-01', to: '2027-01-31' } })),
    ).toBe('422 invalid_period');
    expect(await refusal(as.viewer.call(contract.createReportRoute, { body: february }))).toBe('403 forbidden');
    expect(await refusal(as.analyst.call(contract.publishReportRoute, { params, body: { version: 1 } }))).toBe(
      '403 forbidden',
    );
    expect(await refusal(as.manager.call(contract.publishReportRoute, { params, body: { version: 2 } }))).toBe(
      '409 stale_version',
    );
    expect(await refusal(as.manager.call(contract.correctReportRoute, { params, body: { reason } }))).toBe(
      '409 not_published',
    );
    expect(await refusal(as.manager.call(contract.withdrawReportRoute, { params, body: { reason } }))).toBe(
      '409 not_published',
    );
    const running = await draft({ from: '2026-03-01', to: '2026-03-31' });
    expect(await refusal(publish(running, 1))).toBe('409 period_not_over');
    for (const spec of [contract.getReportRoute, contract.computeReportRoute, contract.removeReportDraftRoute]) {
      expect(await refusal(as.owner.call(spec, { params: { id: 'rpt_none' } }))).toBe('404 not_found');
      expect(await refusal(app.stranger.call(spec, { params }))).toBe('404 not_found');
    }
    expect(await refusal(as.owner.call(contract.previewReportRoute, { params: { ...params, version: 9 } }))).toBe(
      '404 not_found',
    );
    expect(await refusal(as.owner.call(contract.reportFileRoute, { params: { ...params, version: 9 } }))).toBe(
      '404 not_found',
    );
    await publish(view, 1);
    for (const spec of [contract.computeReportRoute, contract.removeReportDraftRoute]) {
      expect(await refusal(as.owner.call(spec, { params }))).toBe('409 no_draft');
    }
    expect(await refusal(as.owner.call(contract.writeReportRoute, { params, body: view.open.texts }))).toBe(
      '409 no_draft',
    );
    expect(await refusal(as.owner.call(contract.publishReportRoute, { params, body: { version: 1 } }))).toBe(
      '409 no_draft',
    );
    await as.analyst.call(contract.correctReportRoute, { params, body: { reason } });
    expect(await refusal(as.analyst.call(contract.correctReportRoute, { params, body: { reason } }))).toBe(
      '409 draft_exists',
    );
  });

  it('is published, corrected and withdrawn, each version staying as it was', async () => {
    const view = await draft();
    const texts = {
      ...view.open.texts,
      sections: { foreword: { 'zh-CN': '谢谢每一位开口的人。', en: 'Thank you for speaking up.' } },
    };
    await app.as.analyst.call(contract.writeReportRoute, { params: { id: view.id }, body: texts });
    const out = (await publish(view, 1)).body as unknown as ReportView;
    expect(out).toMatchObject({ state: 'published', shownVersion: 1, hasDraft: false });
    expect(out.open.digest).toMatch(/^[0-9a-f]{64}$/);
    const read = async (query: object = {}) =>
      app.nobody.call(publicReportRoute, { params: { slug, id: view.id }, query });
    const page = await read({ lang: 'zh-CN' });
    expect(page.status).toBe(200);
    expect(String(page.body)).toContain('谢谢每一位开口的人。');
    expect(String(page.body)).toContain('到货慢');
    expect(String(page.body)).not.toMatch(/<script|顾客\d/);
    const list = await app.nobody.call(publicReportsRoute, { params: { slug }, query: { lang: 'en' } });
    expect(String(list.body)).toContain('User experience improvement report, February 2026');

    await app.as.analyst.call(contract.correctReportRoute, {
      params: { id: view.id },
      body: { reason: 'Late parcels were counted twice' },
    });
    expect(String((await read({ lang: 'en' })).body)).not.toContain('counted twice');
    await publish(view, 2);
    const second = String((await read({ lang: 'en' })).body);
    expect(second).toContain('Version 2, corrected because: Late parcels were counted twice');
    const first = String((await read({ lang: 'en', version: '1' })).body);
    expect(first).toContain('a newer one has taken its place');
    expect(first).toContain('noindex');
    await expect(
      app.db.asOwner(`UPDATE report_versions SET texts = '{}' WHERE report_id = $1 AND version = 1`, [view.id]),
    ).rejects.toThrow('does not change');

    const gone = await app.as.manager.call(contract.withdrawReportRoute, {
      params: { id: view.id },
      body: { reason: 'The import was incomplete' },
    });
    expect(gone.body).toMatchObject({ state: 'withdrawn' });
    const after = await read({ lang: 'en' });
    expect(after.status).toBe(200);
    expect(String(after.body)).toContain('Reason: The import was incomplete');
    const events = await app.db.asOwner<{ type: string; data: { version: number } }>(
      `SELECT type, data FROM events WHERE subject = $1 ORDER BY seq`,
      [view.id],
    );
    expect(events.map((event) => `${event.type} ${event.data.version}`)).toEqual([
      'report.drafted 1',
      'report.edited 1',
      'report.published 1',
      'report.drafted 2',
      'report.published 2',
      'report.withdrawn 2',
    ]);
  });

  it('comes as a small file with its letters inside', async () => {
    const view = await draft();
    await publish(view, 1);
    for (const lang of ['zh-CN', 'en']) {
      const file = await app.nobody.call(publicReportFileRoute, { params: { slug, id: view.id }, query: { lang } });
      expect(file.status).toBe(200);
      expect(file.headers['content-type']).toBe('application/pdf');
      expect(Number(file.headers['content-length'])).toBeLessThan(300_000);
      expect(String(file.body)).toMatch(/^%PDF-1\.7/);
      expect(String(file.body)).toContain('/Lang (');
      expect(String(file.body)).toContain('/MarkInfo');
    }
  });

  it('thanks only those who agreed, and forgets them when they do so no more', async () => {
    const people = await app.db.asOwner<{ id: string }>(
      `SELECT j.person_id AS id FROM judgements j WHERE j.workspace_id = $1 AND j.day >= '2026-02-01' ORDER BY 1 LIMIT 2`,
      [app.db.workspaceA],
    );
    const agree = (id: string, name: string | null) =>
      app.db.asOwner(
        `UPDATE people SET nickname = $2, thanks_consent_at = CASE WHEN $2::text IS NULL THEN NULL ELSE now() END WHERE id = $1`,
        [id, name],
      );
    await agree(people[0]!.id, '小满');
    const view = await draft();
    expect(view.open.thanked).toBe(1);
    await publish(view, 1);
    await agree(people[1]!.id, '阿一');
    const read = async () => String((await app.nobody.call(publicReportRoute, { params: { slug, id: view.id } })).body);
    expect(await read()).toContain('小满');
    expect(await read()).not.toContain('阿一');
    await agree(people[0]!.id, null);
    expect(await read()).not.toContain('小满');
  });

  it('is drafted by itself once after a month, and never published so', async () => {
    expect(await draftMonth(app.db.a, app.clock.now)).toBe(false);
    const april = new Date('2026-05-02T02:00:00Z');
    expect(await draftMonth(app.db.a, april)).toBe(false);
    const items = [{ channel: 'review', externalId: 'april', text: '包装很好', occurredAt: '2026-04-10T04:00:00Z' }];
    app.clock.now = april;
    await app.as.owner.call(recordFeedbackBatchRoute, { body: { items } });
    await app.settle();
    expect(await draftMonth(app.db.a, april)).toBe(true);
    expect(await draftMonth(app.db.a, april)).toBe(false);
    const { body } = await app.as.viewer.call(contract.listReportsRoute, { query: { limit: 1 } });
    const [latest] = (body as unknown as { items: ReportRow[] }).items;
    expect(latest).toMatchObject({ from: '2026-04-01', madeBy: 'schedule', state: 'draft', shownVersion: null });
    await app.as.analyst.call(contract.setReportSettingsRoute, { body: { monthly: false } });
    expect((await app.as.viewer.call(contract.getReportSettingsRoute)).body).toEqual({ monthly: false });
    expect(await draftMonth(app.db.a, new Date('2026-06-02T02:00:00Z'))).toBe(false);
  });
});
