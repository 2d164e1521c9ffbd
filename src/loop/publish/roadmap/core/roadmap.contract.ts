// What others may know of the roadmap and the changelog: views, routes, refusals, news.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { defineEvent } from '../../../../kit/event.ts';

export const ROADMAP_KINDS = ['problem', 'idea'] as const;
export type RoadmapKind = (typeof ROADMAP_KINDS)[number];
/** The stages of an idea; problems go the same way. */
export const ROADMAP_STAGES = [
  'open',
  'under_review',
  'planned',
  'in_progress',
  'complete',
  'verified',
  'closed',
] as const;
export type RoadmapStage = (typeof ROADMAP_STAGES)[number];
export const LINK_KINDS = ['problem', 'case', 'theme', 'feedback'] as const;
export type RoadmapLinkKind = (typeof LINK_KINDS)[number];

const line = z.object({ 'zh-CN': z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) });
const words = z.object({ 'zh-CN': z.string().trim().max(2000), en: z.string().trim().max(2000) });

export const roadmapLink = z.object({ kind: z.enum(LINK_KINDS), id: z.string().min(1).max(60) });
export type RoadmapLink = z.output<typeof roadmapLink>;

export const roadmapDraft = z.object({
  kind: z.enum(ROADMAP_KINDS),
  stage: z.enum(ROADMAP_STAGES).default('open'),
  title: line,
  text: words,
  links: z.array(roadmapLink).max(50).default([]),
});
export type RoadmapDraft = z.output<typeof roadmapDraft>;

export const changelogEntry = z
  .object({
    id: z.string(),
    stage: z.enum(['complete', 'verified']),
    text: z.object({ 'zh-CN': z.string(), en: z.string() }),
    at: z.string(),
    by: z.string(),
  })
  .meta({ id: 'ChangelogEntry' });

export const roadmapItem = z
  .object({
    id: z.string(),
    kind: z.enum(ROADMAP_KINDS),
    stage: z.enum(ROADMAP_STAGES),
    title: z.object({ 'zh-CN': z.string(), en: z.string() }),
    text: z.object({ 'zh-CN': z.string(), en: z.string() }),
    links: z.array(roadmapLink.extend({ label: z.string() })),
    /** All voices behind it, for members; outside it is shown from five on. */
    voices: z.number().int(),
    /** Customers who would be thanked by the name they chose. */
    thanks: z.array(z.string()),
    publishedAt: z.string().nullable(),
    stageAt: z.string(),
    updatedAt: z.string(),
    updatedBy: z.string(),
    /** Where the linked problem or case stands now, when that is another stage. */
    suggestedStage: z.enum(ROADMAP_STAGES).nullable(),
    entries: z.array(changelogEntry),
  })
  .meta({ id: 'RoadmapItem' });
export type RoadmapItem = z.output<typeof roadmapItem>;

export const roadmapChanged = defineEvent(
  'roadmap.changed',
  z.object({
    itemId: z.string(),
    what: z.enum(['created', 'edited', 'moved', 'published', 'hidden', 'removed', 'entry']),
    stage: z.enum(ROADMAP_STAGES).nullable(),
  }),
);

/** Items a workspace may hold at once; the whole roadmap is one screen. */
export const MAX_ITEMS = 500;

const idParam = z.object({ id: z.string().max(60) });
const entryParam = z.object({ id: z.string().max(60), entryId: z.string().max(60) });

export const listRoadmapRoute = route({
  id: 'listRoadmap',
  method: 'GET',
  path: '/api/v1/roadmap',
  summary: 'Every item of the roadmap by stage and place',
  access: 'roadmap.read',
  query: z.object({ kind: z.enum(ROADMAP_KINDS).optional() }),
  ok: z.object({ items: z.array(roadmapItem) }),
});

export const createRoadmapItemRoute = route({
  id: 'createRoadmapItem',
  method: 'POST',
  path: '/api/v1/roadmap',
  summary: 'Write an item by hand; nobody outside sees it before it is published',
  access: 'roadmap.edit',
  body: roadmapDraft,
  ok: roadmapItem,
  status: 201,
  refusals: ['unknown_link', 'roadmap_full'],
});

export const draftRoadmapItemRoute = route({
  id: 'draftRoadmapItem',
  method: 'POST',
  path: '/api/v1/roadmap/drafts',
  summary: 'Make an item of a problem, a case, a theme or a feedback; the words are to be gone over before publishing',
  access: 'roadmap.edit',
  body: roadmapLink,
  ok: roadmapItem,
  status: 201,
  refusals: ['unknown_link', 'roadmap_full'],
});

export const getRoadmapItemRoute = route({
  id: 'getRoadmapItem',
  method: 'GET',
  path: '/api/v1/roadmap/:id',
  summary: 'One item',
  access: 'roadmap.read',
  params: idParam,
  ok: roadmapItem,
  refusals: ['not_found'],
});

export const changeRoadmapItemRoute = route({
  id: 'changeRoadmapItem',
  method: 'PUT',
  path: '/api/v1/roadmap/:id',
  summary: 'Change the words and links of an item',
  access: 'roadmap.edit',
  params: idParam,
  body: roadmapDraft.omit({ stage: true }),
  ok: roadmapItem,
  refusals: ['not_found', 'unknown_link'],
});

export const moveRoadmapItemRoute = route({
  id: 'moveRoadmapItem',
  method: 'PUT',
  path: '/api/v1/roadmap/:id/stage',
  summary: 'Move an item to a stage and place; complete and verified may say in the changelog what changed',
  access: 'roadmap.edit',
  params: idParam,
  body: z.object({
    stage: z.enum(ROADMAP_STAGES),
    /** Stands before this item; at the end of the stage when null; where it was within the same stage when left out. */
    before: z.string().max(60).nullish(),
    /** What changed, for the changelog. */
    entry: words.nullish(),
  }),
  ok: roadmapItem,
  refusals: ['not_found', 'entry_not_due'],
});

export const publishRoadmapItemRoute = route({
  id: 'publishRoadmapItem',
  method: 'POST',
  path: '/api/v1/roadmap/:id/publication',
  summary: 'Show an item to everybody',
  access: 'report.publish',
  params: idParam,
  ok: roadmapItem,
  refusals: ['not_found'],
});

export const hideRoadmapItemRoute = route({
  id: 'hideRoadmapItem',
  method: 'DELETE',
  path: '/api/v1/roadmap/:id/publication',
  summary: 'Take an item off the public pages',
  access: 'report.publish',
  params: idParam,
  ok: roadmapItem,
  refusals: ['not_found'],
});

export const removeRoadmapItemRoute = route({
  id: 'removeRoadmapItem',
  method: 'DELETE',
  path: '/api/v1/roadmap/:id',
  summary: 'Remove an item that is not public',
  access: 'roadmap.edit',
  params: idParam,
  ok: z.null(),
  status: 204,
  refusals: ['not_found', 'still_public'],
});

export const addChangelogEntryRoute = route({
  id: 'addChangelogEntry',
  method: 'POST',
  path: '/api/v1/roadmap/:id/entries',
  summary: 'Say in the changelog what changed; the item must be complete or verified',
  access: 'roadmap.edit',
  params: idParam,
  body: z.object({
    text: line.extend({ 'zh-CN': z.string().trim().min(1).max(2000), en: z.string().trim().min(1).max(2000) }),
  }),
  ok: roadmapItem,
  status: 201,
  refusals: ['not_found', 'entry_not_due'],
});

export const removeChangelogEntryRoute = route({
  id: 'removeChangelogEntry',
  method: 'DELETE',
  path: '/api/v1/roadmap/:id/entries/:entryId',
  summary: 'Remove a changelog entry',
  access: 'roadmap.edit',
  params: entryParam,
  ok: roadmapItem,
  refusals: ['not_found'],
});

const slugParam = z.object({ slug: z.string().max(60) });
const pageLook = z.object({ lang: z.string().max(20).optional() }).loose();
const publicPage = {
  method: 'GET',
  access: 'public',
  params: slugParam,
  query: pageLook,
  ok: z.string(),
  answer: 'page',
  perMinute: 120,
} as const;

export const publicRoadmapRoute = route({
  id: 'publicRoadmap',
  path: '/p/:slug/roadmap',
  summary: 'What a shop is working on, for everybody',
  ...publicPage,
});
export const publicChangelogRoute = route({
  id: 'publicChangelog',
  path: '/p/:slug/changelog',
  summary: 'What changed and who is thanked, newest first',
  ...publicPage,
});
export const publicChangelogFeedRoute = route({
  id: 'publicChangelogFeed',
  path: '/p/:slug/changelog.atom',
  summary: 'The changelog as an Atom feed (RFC 4287)',
  ...publicPage,
  answer: 'file',
});
