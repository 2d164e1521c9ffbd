// The roadmap from a first note to a thanked-for change, as members and as everybody see it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { recordFeedbackBatchRoute } from '../../../collect/intake/core/feedback.contract.ts';
import type { RoadmapItem } from '../core/roadmap.contract.ts';
import * as contract from '../core/roadmap.contract.ts';

let app: TestApp;
let slug: string;
let feedbackIds: string[];

beforeAll(async () => {
  app = await testApp();
  const [row] = await app.db.asOwner<{ slug: string }>('SELECT slug FROM workspaces WHERE id = $1', [
    app.db.workspaceA,
  ]);
  slug = row!.slug;
  const items = Array.from({ length: 6 }, (_, index) => ({
    channel: 'email',
    externalId: `v${index}`,
    text: index === 5 ? '建议出一个加大号，床是两米二的' : `羽绒被漏毛，第${index}次洗就这样，电话13800138000`,
    person: { externalId: `p${index}`, name: `顾客${index}` },
  }));
  const said = await app.as.owner.call(recordFeedbackBatchRoute, { body: { items } });
  feedbackIds = said.body.results.map((one: { id: string }) => one.id);
  await app.settle();
});
afterAll(() => app.close());

const draft = {
  kind: 'problem' as const,
  title: { 'zh-CN': '羽绒被漏毛', en: 'Duvets leak down' },
  text: { 'zh-CN': '换用防羽布。', en: 'Down-proof cloth.' },
  links: [] as contract.RoadmapLink[],
};
const create = async (patch: object = {}) =>
  (await app.as.analyst.call(contract.createRoadmapItemRoute, { body: { ...draft, ...patch } }))
    .body as unknown as RoadmapItem;
const publish = (id: string) => app.as.manager.call(contract.publishRoadmapItemRoute, { params: { id } });
const page = async (spec: typeof contract.publicRoadmapRoute | typeof contract.publicChangelogRoute, lang = 'en') =>
  String((await app.nobody.call(spec, { params: { slug }, query: { lang } })).body);

describe('the roadmap', () => {
  it('shows nobody an item before a person publishes it', async () => {
    const item = await create();
    expect(await page(contract.publicRoadmapRoute)).not.toContain('Duvets leak down');
    expect((await app.as.analyst.call(contract.publishRoadmapItemRoute, { params: { id: item.id } })).status).toBe(403);
    expect((await publish(item.id)).status).toBe(200);
    expect(await page(contract.publicRoadmapRoute)).toContain('Duvets leak down');
    expect(await page(contract.publicRoadmapRoute, 'zh-CN')).toContain('换用防羽布。');
    await app.as.manager.call(contract.hideRoadmapItemRoute, { params: { id: item.id } });
    expect(await page(contract.publicRoadmapRoute)).not.toContain('Duvets leak down');
  });

  it('counts voices outside only from five people on, and thanks only those who agreed', async () => {
    const few = await create({
      title: { 'zh-CN': '甲', en: 'Few behind it' },
      links: feedbackIds.slice(0, 4).map((id) => ({ kind: 'feedback', id })),
    });
    const many = await create({
      title: { 'zh-CN': '乙', en: 'Many behind it' },
      links: feedbackIds.slice(0, 5).map((id) => ({ kind: 'feedback', id })),
    });
    expect([few.voices, many.voices]).toEqual([4, 5]);
    await publish(few.id);
    await publish(many.id);
    await app.db.asOwner(
      `UPDATE people SET nickname = '小满', thanks_consent_at = now() WHERE id = (SELECT person_id FROM feedback WHERE id = $1)`,
      [feedbackIds[0]],
    );
    const shown = await page(contract.publicRoadmapRoute);
    expect(shown).toContain('named by fewer than five people');
    expect(shown).toContain('5 voices');
    expect(shown).toContain('Thanks to 小满');
    expect(shown).not.toMatch(/顾客\d|13800138000/);
    await app.db.asOwner(`UPDATE people SET nickname = NULL, thanks_consent_at = NULL WHERE nickname = '小满'`);
    expect(await page(contract.publicRoadmapRoute)).not.toContain('小满');
  });

  it('is made in one click of a feedback, a case or a theme', async () => {
    const make = async (link: contract.RoadmapLink) =>
      (await app.as.analyst.call(contract.draftRoadmapItemRoute, { body: link })).body as unknown as RoadmapItem;
    const wish = await make({ kind: 'feedback', id: feedbackIds[5]! });
    expect(wish).toMatchObject({ kind: 'idea', stage: 'open', publishedAt: null });
    expect(wish.title['zh-CN']).toContain('加大号');
    const leak = await make({ kind: 'feedback', id: feedbackIds[0]! });
    expect(leak.title.en).not.toContain('13800138000');
    const theme = await make({ kind: 'theme', id: 'logistics.late' });
    expect(theme.title).toEqual({ 'zh-CN': '到货慢', en: expect.any(String) });
    const [found] = await app.db.asOwner<{ id: string }>('SELECT id FROM cases WHERE workspace_id = $1 LIMIT 1', [
      app.db.workspaceA,
    ]);
    const ofCase = await make({ kind: 'case', id: found!.id });
    expect(ofCase.voices).toBeGreaterThan(0);
    await app.db.asOwner(`UPDATE cases SET status = 'resolved' WHERE id = $1`, [found!.id]);
    const again = (await app.as.viewer.call(contract.getRoadmapItemRoute, { params: { id: ofCase.id } })).body;
    expect(again).toMatchObject({ stage: 'open', suggestedStage: 'complete' });
  });

  it('moves by stage and place, and tells in the changelog what is done', async () => {
    const [one, two, three] = [
      await create({ stage: 'planned', title: { 'zh-CN': '一', en: 'One' } }),
      await create({ stage: 'planned', title: { 'zh-CN': '二', en: 'Two' } }),
      await create({ stage: 'planned', title: { 'zh-CN': '三', en: 'Three' } }),
    ];
    const move = (id: string, body: object) =>
      app.as.analyst.call(contract.moveRoadmapItemRoute, { params: { id }, body });
    await move(three.id, { stage: 'planned', before: one.id });
    const order = async () =>
      ((await app.as.viewer.call(contract.listRoadmapRoute)).body as unknown as { items: RoadmapItem[] }).items
        .filter((item) => item.stage === 'planned')
        .map((item) => item.title.en);
    expect(await order()).toEqual(['Three', 'One', 'Two']);
    await move(three.id, { stage: 'planned', before: two.id });
    expect(await order()).toEqual(['One', 'Three', 'Two']);
    const entry = { 'zh-CN': '面料换好了。', en: 'The cloth is changed.' };
    expect((await move(one.id, { stage: 'in_progress', entry })).body).toMatchObject({ code: 'entry_not_due' });
    await publish(one.id);
    const done = await move(one.id, { stage: 'complete', entry });
    expect(done.body).toMatchObject({ stage: 'complete', entries: [{ stage: 'complete', text: entry }] });
    expect(await page(contract.publicChangelogRoute)).toContain('The cloth is changed.');
    const feed = await app.nobody.call(contract.publicChangelogFeedRoute, { params: { slug }, query: { lang: 'en' } });
    expect(feed.headers['content-type']).toContain('application/atom+xml');
    expect(String(feed.body)).toMatch(/^<\?xml[\s\S]*<entry>[\s\S]*The cloth is changed\.[\s\S]*<\/feed>\s*$/);
    const entryId = (done.body as unknown as RoadmapItem).entries[0]!.id;
    const gone = await app.as.analyst.call(contract.removeChangelogEntryRoute, { params: { id: one.id, entryId } });
    expect(gone.body).toMatchObject({ entries: [] });
    const added = await app.as.analyst.call(contract.addChangelogEntryRoute, {
      params: { id: one.id },
      body: { text: entry },
    });
    expect(added.status).toBe(201);
  });

  it('refuses what it must', async () => {
    const item = await create();
    const { as } = app;
    const refusal = async (answer: Promise<{ status: number; body: { code?: string } }>) => {
      const { status, body } = await answer;
      return `${status} ${body.code}`;
    };
    const params = { id: item.id };
    const bad = { ...draft, links: [{ kind: 'case', id: 'case_none' }] };
    expect(await refusal(as.analyst.call(contract.createRoadmapItemRoute, { body: bad }))).toBe('422 unknown_link');
    expect(await refusal(as.analyst.call(contract.changeRoadmapItemRoute, { params, body: bad }))).toBe(
      '422 unknown_link',
    );
    expect(
      await refusal(as.analyst.call(contract.draftRoadmapItemRoute, { body: { kind: 'problem', id: 'prb_none' } })),
    ).toBe('422 unknown_link');
    expect(await refusal(as.viewer.call(contract.createRoadmapItemRoute, { body: draft }))).toBe('403 forbidden');
    expect(
      await refusal(as.analyst.call(contract.addChangelogEntryRoute, { params, body: { text: draft.title } })),
    ).toBe('409 entry_not_due');
    expect(
      await refusal(as.analyst.call(contract.removeChangelogEntryRoute, { params: { ...params, entryId: 'none' } })),
    ).toBe('404 not_found');
    await publish(item.id);
    expect(await refusal(as.analyst.call(contract.removeRoadmapItemRoute, { params }))).toBe('409 still_public');
    for (const spec of [contract.getRoadmapItemRoute, contract.hideRoadmapItemRoute, contract.removeRoadmapItemRoute]) {
      expect(await refusal(as.owner.call(spec, { params: { id: 'rmi_none' } }))).toBe('404 not_found');
      expect(await refusal(app.stranger.call(spec, { params }))).toBe('404 not_found');
    }
    expect(
      await refusal(as.owner.call(contract.changeRoadmapItemRoute, { params: { id: 'rmi_none' }, body: draft })),
    ).toBe('404 not_found');
    expect((await app.nobody.call(contract.publicRoadmapRoute, { params: { slug: 'no-such-shop' } })).status).toBe(404);
    await app.as.manager.call(contract.hideRoadmapItemRoute, { params });
    expect((await as.analyst.call(contract.removeRoadmapItemRoute, { params })).status).toBe(204);
  });
});
