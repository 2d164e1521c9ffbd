// The taxonomy and the overview over HTTP: edited by those who may, counted rightly, closed to strangers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { recordFeedbackBatchRoute } from '../../../collect/intake/core/feedback.contract.ts';
import { getOverviewRoute } from '../../overview/core/overview.contract.ts';
import { getFeedbackRoute } from '../../search/core/search.contract.ts';
import * as contract from '../core/theme.contract.ts';

let app: TestApp;

async function receive(texts: readonly string[], occurredAt: string, rating?: number): Promise<string[]> {
  const items = texts.map((text) => ({ channel: 'review', text, occurredAt, ...(rating ? { rating } : {}) }));
  const sent = await app.as.agent.call(recordFeedbackBatchRoute, { body: { items } });
  await app.settle();
  return sent.body.results.map((result: { id: string }) => result.id);
}

const themes = async (query: object = {}) => {
  const answer = await app.as.viewer.call(contract.listThemesRoute, { query });
  return new Map<string, contract.ThemeView>(answer.body.items.map((item: contract.ThemeView) => [item.key, item]));
};

beforeAll(async () => {
  app = await testApp({ startAt: '2026-03-02T02:00:00Z' });
});
afterAll(() => app.close());

describe('the taxonomy', () => {
  it('is there without any set-up, in both languages', async () => {
    const late = (await themes()).get('logistics.late');
    expect(late).toMatchObject({
      parent: 'logistics',
      enabled: true,
      own: false,
      version: 0,
      counts: { count: 0, previous: 0 },
    });
    expect(late!.zh).toMatch(/\p{Script=Han}/u);
    expect(late!.en).toMatch(/^[A-Z]/);
  });

  it('takes a new leaf whose keywords are found at once, merges it, undoes it, keeps every version', async () => {
    const added = await app.as.analyst.call(contract.createThemeRoute, {
      body: { parent: 'logistics', zh: '无人机配送', en: 'Drone delivery', keywords: ['无人机'] },
    });
    expect([added.status, added.body.key, added.body.version]).toEqual([201, 'logistics.drone_delivery', 1]);
    const [id] = await receive(['无人机送到楼顶了'], '2026-03-01T02:00:00Z');
    const themesOf = async (feedbackId: string) =>
      (await app.as.viewer.call(getFeedbackRoute, { params: { id: feedbackId } })).body.judgement.themes;
    expect(await themesOf(id!)).toContain('logistics.drone_delivery');
    expect((await themes()).get('logistics.drone_delivery')).toMatchObject({ counts: { count: 1 } });

    const merged = await app.as.analyst.call(contract.mergeThemeRoute, {
      params: { key: 'logistics.drone_delivery' },
      body: { intoKey: 'logistics.fast' },
    });
    expect(merged.body).toMatchObject({ mergedInto: 'logistics.fast', version: 2 });
    const [later] = await receive(['又是无人机送到楼顶了呀'], '2026-03-01T03:00:00Z');
    expect(await themesOf(later!)).toContain('logistics.fast');
    const undone = await app.as.analyst.call(contract.unmergeThemeRoute, {
      params: { key: 'logistics.drone_delivery' },
    });
    expect(undone.body).toMatchObject({ mergedInto: null, version: 3 });
    const off = await app.as.analyst.call(contract.changeThemeRoute, {
      params: { key: 'logistics.drone_delivery' },
      body: { version: 3, enabled: false },
    });
    expect(off.body).toMatchObject({ enabled: false, version: 4 });
    const changes = await app.as.viewer.call(contract.listThemeChangesRoute, { query: { limit: 3 } });
    expect(changes.body.items.map((item: { change: string }) => item.change)).toEqual([
      'disabled',
      'unmerged',
      'merged',
    ]);
  });

  it('answers each refusal by its name', async () => {
    const analyst = app.as.analyst;
    const leaf = { parent: 'logistics', zh: '甲', en: 'A' };
    const change = (key: string, body: object) => analyst.call(contract.changeThemeRoute, { params: { key }, body });
    const merge = (key: string, intoKey: string) =>
      analyst.call(contract.mergeThemeRoute, { params: { key }, body: { intoKey } });
    const answers = [
      await analyst.call(contract.createThemeRoute, { body: { ...leaf, parent: 'none' } }),
      await analyst.call(contract.createThemeRoute, { body: { ...leaf, key: 'logistics.late' } }),
      await analyst.call(contract.createThemeRoute, { body: { ...leaf, key: 'size.other' } }),
      await change('no.such', { version: 0 }),
      await change('logistics.late', { version: 9, zh: '乙' }),
      await merge('logistics', 'size'),
      await merge('logistics.late', 'no.such'),
      await merge('no.such', 'logistics.late'),
      await analyst.call(contract.unmergeThemeRoute, { params: { key: 'logistics.late' } }),
      await app.as.agent.call(contract.createThemeRoute, { body: leaf }),
      await app.as.viewer.call(contract.listThemesRoute, { query: { from: '2026-03-02', to: '2026-03-01' } }),
      await analyst.call(contract.createThemeRoute, { body: { ...leaf, zh: '无人机配送' } }),
      await merge('logistics.late', 'logistics.drone_delivery'),
      await analyst.call(contract.createThemeRoute, { body: { ...leaf, zh: '甲\u202e乙' } }),
    ];
    expect(answers.at(-1)!.body.errors).toMatchObject([{ path: 'zh', code: 'hidden_characters' }]);
    expect(answers.map((answer) => answer.body.code)).toEqual([
      'unknown_parent',
      'key_taken',
      'invalid_theme_key',
      'not_found',
      'changed_meanwhile',
      'invalid_merge',
      'unknown_theme',
      'not_found',
      'not_merged',
      'forbidden',
      'invalid_period',
      'name_taken',
      'theme_off',
      'invalid',
    ]);
  });
});

describe('the overview', () => {
  it('adds up and compares with the period before', async () => {
    await receive(['物流太慢了，等了很久', '物流太慢了，一直没到', '快递太慢了，差评'], '2026-02-10T02:00:00Z', 1);
    await receive(['质量很好，很满意'], '2026-02-10T02:00:00Z', 5);
    await receive(['物流太慢了，还没到'], '2026-02-03T02:00:00Z', 2);
    const answer = await app.as.viewer.call(getOverviewRoute, { query: { from: '2026-02-08', to: '2026-02-14' } });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      previousFrom: '2026-02-01',
      previousTo: '2026-02-07',
      timeZone: 'Asia/Shanghai',
      voices: { metric: 'voices', value: 4, previous: 1 },
      sentiment: { positive: 1, negative: 3 },
      netSentiment: { value: -50, previous: -100 },
      lowRatingShare: { value: 0.75, previous: 1, base: 4 },
      averageRating: { value: 2 },
      channels: [{ channel: 'review', count: 4, previous: 1 }],
    });
    expect(answer.body.days).toHaveLength(7);
    expect(answer.body.days[2]).toMatchObject({ day: '2026-02-10', total: 4 });
    const late = answer.body.topThemes.find((theme: { key: string }) => theme.key === 'logistics.late');
    expect(late).toMatchObject({ count: 3, previous: 1, negative: 3 });
    expect(answer.body.risingThemes[0].key).toBe('logistics.late');
    expect(
      (await app.as.viewer.call(getOverviewRoute, { query: { from: '2026-03-02', to: '2026-03-01' } })).body.code,
    ).toBe('invalid_period');
    const other = await app.as.viewer.call(getOverviewRoute, {
      query: { from: '2026-02-08', to: '2026-02-14', channel: 'live' },
    });
    expect(other.body.voices.value).toBe(0);
  });
});

describe('strangers', () => {
  it('find the shipped taxonomy only, no counts, no changes, no figures', async () => {
    const listed = await app.stranger.call(contract.listThemesRoute, {
      query: { from: '2026-02-01', to: '2026-03-02' },
    });
    const items = listed.body.items as contract.ThemeView[];
    expect(items.some((item) => item.key === 'logistics.drone_delivery')).toBe(false);
    expect(items.every((item) => (item.counts?.count ?? 0) === 0)).toBe(true);
    expect((await app.stranger.call(contract.listThemeChangesRoute, {})).body.items).toEqual([]);
    const change = await app.stranger.call(contract.changeThemeRoute, {
      params: { key: 'logistics.drone_delivery' },
      body: { version: 4, zh: '乙' },
    });
    expect(change.status).toBe(404);
    const overview = await app.stranger.call(getOverviewRoute, { query: { from: '2026-02-01', to: '2026-03-02' } });
    expect(overview.body.voices.value).toBe(0);
    for (const spec of [...contract.themeRoutes, getOverviewRoute]) {
      const body = spec.method === 'GET' || spec.method === 'DELETE' ? undefined : {};
      expect((await app.nobody.call(spec, { params: { key: 'logistics.late' }, body })).status).toBe(401);
    }
  });
});
