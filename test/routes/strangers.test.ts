// Every route of the product, tried by nobody, by every role that may not, and by the owner of another workspace.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSourceRoute } from '../../src/engage/live/connectors/core/source.contract.ts';
import { createDrawRoute } from '../../src/engage/live/draws/core/draw.contract.ts';
import { wholeDraft } from '../../src/engage/live/draws/whole-draw.fixture.ts';
import { openInteractionRoute } from '../../src/engage/live/interactions/core/interaction-routes.contract.ts';
import { createLinkRoute } from '../../src/engage/live/viewer/core/link.contract.ts';
import { PERMISSIONS, type Permission, ROLES, roleHas } from '../../src/ground/members/core/permission.contract.ts';
import type { RouteSpec } from '../../src/kit/route.ts';
import { createFormRoute } from '../../src/loop/collect/forms/core/form-routes.contract.ts';
import { recordFeedbackRoute } from '../../src/loop/collect/intake/core/feedback.contract.ts';
import { type TestApp, testApp } from '../harness/app.ts';
import { liveRoom } from '../harness/live-room.ts';

/** Open to anyone, on purpose: signing in, one-time links, signed webhooks, the reporter's page, health. */
const PUBLIC = [
  'readDemo',
  'makeDemo',
  'enterDemo',
  'removeDemo',
  'signIn',
  'readInvitation',
  'useInvitation',
  'receiveShopWebhook',
  'receiveWebhook',
  'statusPage',
  'answerBack',
  'statusVerdict',
  'statusThanks',
  'ratingPage',
  'giveRating',
  'formPage',
  'formStep',
  'readPublicForm',
  'answerPublicForm',
  'publicReports',
  'publicReport',
  'publicReportFile',
  'publicRoadmap',
  'publicChangelog',
  'publicChangelogFeed',
  'ownPhoto',
  'widgetConfig',
  'widgetConfigAsk',
  'widgetSay',
  'widgetSayAsk',
  'widgetMine',
  'widgetMineAsk',
  'publicEvidenceHead',
  'publicEvidenceConsistency',
  'publicEvidenceLeaf',
  'reporterEvidence',
  'reportEvidence',
  'evidenceCheckPage',
  'evidenceCheckUpload',
  'evidenceOfflinePage',
  'portalHome',
  'portalSay',
  'portalSend',
  'portalSent',
  'portalMine',
  'portalLinks',
  'pushLive',
  'openPrompterPage',
  'openPrompterLine',
  'livePage',
  'liveInfo',
  'liveShelf',
  'liveSnapshot',
  'liveStream',
  'liveSocket',
  'liveViewer',
  'liveMessage',
  'liveOverlay',
  'liveOverlaySocket',
  'publicLiveDraw',
  'publicLiveDrawFile',
  'publicLiveDrawProof',
  'publicLiveDraws',
  'liveDrawCheckPage',
  'enterLiveInteraction',
  'myLiveEntry',
  'publicLiveResult',
  'health',
  'ready',
  'metrics',
  'openapi',
];

/** Which rows an address with `:id` speaks about, by its first word, or its first two. */
const TABLE_OF: Record<string, string> = {
  feedback: 'feedback',
  'webhook-endpoints': 'webhook_endpoints',
  quarantine: 'feedback',
  cases: 'cases',
  imports: 'imports',
  photos: 'feedback_photos',
  'widget-sites': 'widget_sites',
  members: 'members',
  keys: 'api_keys',
  'webhook-sources': 'webhook_sources',
  calendars: 'calendars',
  'clock-policies': 'clock_policies',
  policies: 'clock_policies',
  problems: 'problems',
  rules: 'rules',
  'review-packs': 'review_packs',
  'review-decisions': 'review_decisions',
  insight: 'insight_views',
  templates: 'templates',
  teams: 'teams',
  people: 'people',
  'dead-letters': 'dead_letters',
  mails: 'mails',
  mailboxes: 'mailboxes',
  'mail-attachments': 'mail_attachments',
  transcripts: 'transcripts',
  reports: 'reports',
  roadmap: 'roadmap_items',
  'shop-sources': 'shop_sources',
  'signal-imports': 'signal_imports',
  promises: 'promises',
  callbacks: 'callbacks',
  'callback-scripts': 'callback_scripts',
  forms: 'forms',
  'label-reviews': 'feedback',
  emerging: 'emerging_problems',
  'live/rooms': 'live_rooms',
  'live/shows': 'live_shows',
  'live/sources': 'live_sources',
  'live/links': 'live_links',
  'live/interactions': 'live_interactions',
  'live/draws': 'live_draws',
};

const LIVE_TABLES = Object.entries(TABLE_OF).flatMap(([words, table]) => (words.startsWith('live/') ? [table] : []));

let app: TestApp;
let specs: RouteSpec[];
let showId: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  app = await testApp();
  specs = [...new Map(app.product.rooms.routes.map((mounted) => [mounted.spec.id, mounted.spec])).values()];
  const voices = [
    {
      channel: 'email',
      text: '用了以后过敏，脸都肿了，要投诉到12315',
      rating: 1,
      person: { email: 'a@example.com' },
      product: { name: '面霜' },
    },
    { channel: 'review', text: '电话13800138000，物流太慢', rating: 2, person: { externalId: 'u2' } },
  ];
  for (const body of voices) await app.as.agent.call(recordFeedbackRoute, { body });
  await app.as.manager.call(createFormRoute, { body: { name: '问卷', template: 'parcel_card' } });
  await furnishRoom();
  await app.settle();
  for (const table of new Set(Object.values(TABLE_OF))) {
    const [exists] = await app.db.asOwner<{ there: boolean }>(
      `SELECT to_regclass('public.${table}') IS NOT NULL AS there`,
    );
    if (!exists!.there) continue;
    const [row] = await app.db.asOwner<{ id: string }>(`SELECT id FROM ${table} WHERE workspace_id = $1 LIMIT 1`, [
      app.db.workspaceA,
    ]);
    if (row) ids.set(table, row.id);
  }
});
afterAll(() => app.close());

/** A live room with a running show, and one of everything that has an address of its own. */
async function furnishRoom(): Promise<void> {
  const live = await liveRoom(app);
  const id = live.roomId;
  showId = live.showId;
  const by = app.as.owner;
  const settings = {};
  const made = [
    await by.call(createSourceRoute, { params: { id }, body: { kind: 'webhook', name: '桥', settings, isOn: false } }),
    await by.call(createLinkRoute, { params: { id }, body: { kind: 'overlay', name: 'OBS' } }),
    await by.call(openInteractionRoute, { params: { id }, body: { kind: 'checkin', title: '签到' } }),
    await by.call(createDrawRoute, { body: { ...wholeDraft, roomId: id } }),
  ];
  for (const { status, body } of made) if (status >= 300) throw new Error(JSON.stringify(body));
}

function paramsOf(spec: RouteSpec): Record<string, string> {
  const [first = '', second = ''] = spec.path.split('/').slice(3);
  const table = TABLE_OF[first] ?? TABLE_OF[`${first}/${second}`];
  const params: Record<string, string> = {};
  for (const [, name] of spec.path.matchAll(/:([A-Za-z]+)/g)) {
    params[name!] =
      name === 'id'
        ? (ids.get(table ?? '') ?? ids.get('cases') ?? 'none')
        : name === 'label'
          ? 'sentiment'
          : 'logistics.late';
  }
  return params;
}

/** What a running show notes by itself every fifteen seconds; its journal says the same at any moment. */
const NOTED_BY_ITSELF: Record<string, string[]> = {
  live_shows: ['events', 'comments', 'completeness', 'last_event_at'],
};

/** Everything workspace A holds, as one hash: its rows, and the events of its running show. */
async function fingerprint(): Promise<string> {
  const { hub } = app.product.rooms;
  await hub.settle();
  const tables = await app.db.asOwner<{ name: string }>(`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'workspace_id' AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public')
      AND table_name NOT IN ('api_keys', 'sessions', 'idempotency_keys') ORDER BY 1`);
  const hash = createHash('sha256');
  for (const { name } of tables) {
    const rows = await app.db.asOwner<{ row: string }>(
      `SELECT (to_jsonb(t) - $2::text[])::text AS row FROM ${name} t WHERE workspace_id = $1 ORDER BY 1`,
      [app.db.workspaceA, NOTED_BY_ITSELF[name] ?? []],
    );
    hash.update(`${name} ${JSON.stringify(rows)}\n`);
  }
  for await (const events of hub.journal.read(app.db.workspaceA, showId)) hash.update(JSON.stringify(events));
  return hash.digest('hex');
}

const isPublic = (spec: RouteSpec) => spec.access === 'public';

describe('every route', () => {
  it('is known and says who may call it', () => {
    expect(specs.length).toBeGreaterThan(80);
    expect(
      specs
        .filter(isPublic)
        .map((spec) => spec.id)
        .filter((id) => !PUBLIC.includes(id)),
    ).toEqual([]);
    const odd = specs.filter((spec) => !isPublic(spec) && spec.access !== 'member' && !(spec.access in PERMISSIONS));
    expect(odd).toEqual([]);
    const unreadable = [...ids.keys()];
    expect(unreadable).toContain('cases');
    // A table without a row would be tried with the id of something else.
    expect(LIVE_TABLES.filter((table) => !ids.has(table))).toEqual([]);
  });

  it('tells nobody anything', async () => {
    const open: string[] = [];
    for (const spec of specs.filter((one) => !isPublic(one))) {
      const answer = await app.nobody.call(spec, { params: paramsOf(spec) });
      if (answer.status !== 401) open.push(`${spec.method} ${spec.path}: ${answer.status}`);
    }
    expect(open).toEqual([]);
  });

  it('refuses every role the matrix does not name', async () => {
    const before = await fingerprint();
    const open: string[] = [];
    for (const spec of specs) {
      if (isPublic(spec) || spec.access === 'member') continue;
      for (const role of ROLES.filter((one) => !roleHas(one, spec.access as Permission))) {
        const answer = await app.as[role].call(spec, { params: paramsOf(spec) });
        if (answer.status !== 403) open.push(`${role} ${spec.method} ${spec.path}: ${answer.status}`);
      }
    }
    expect(open).toEqual([]);
    expect(await fingerprint()).toBe(before);
  });

  it('gives the owner of another workspace nothing of ours and lets him change nothing', async () => {
    const before = await fingerprint();
    const leaks: string[] = [];
    const ours = [...ids.values()];
    for (const spec of specs) {
      if (isPublic(spec) || spec.answer === 'stream') continue;
      const answer = await app.stranger.call(spec, {
        params: paramsOf(spec),
        ...(spec.method === 'GET' ? {} : { body: {} }),
      });
      const text = JSON.stringify(answer.body) ?? '';
      // A refusal may repeat the address it was asked at; a yes may not hold any of our ids.
      if (answer.status >= 500) leaks.push(`${spec.method} ${spec.path}: ${answer.status} ${text.slice(0, 200)}`);
      if (answer.status < 300 && ours.some((id) => text.includes(id)))
        leaks.push(`${spec.method} ${spec.path}: shows ours`);
    }
    expect(leaks).toEqual([]);
    expect(await fingerprint()).toBe(before);
  });
});
