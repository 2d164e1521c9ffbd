// What others may know of reports: views, routes, refusals and the news they bring.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { reportFigures } from './report-figures.contract.ts';
import { reportTexts } from './report-texts.contract.ts';

export const REPORT_STATES = ['draft', 'published', 'withdrawn'] as const;
export const VERSION_STATES = ['draft', 'published', 'superseded', 'withdrawn'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export const reportRow = z
  .object({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    title: z.object({ 'zh-CN': z.string(), en: z.string() }),
    madeBy: z.enum(['member', 'schedule']),
    state: z.enum(REPORT_STATES),
    shownVersion: z.number().int().nullable(),
    lastVersion: z.number().int(),
    /** There is a version that nobody outside has seen. */
    hasDraft: z.boolean(),
    createdAt: z.string(),
    publishedAt: z.string().nullable(),
  })
  .meta({ id: 'ReportRow' });
export type ReportRow = z.output<typeof reportRow>;

export const versionRow = z.object({
  version: z.number().int(),
  state: z.enum(VERSION_STATES),
  reason: z.string().nullable(),
  digest: z.string().nullable(),
  computedAt: z.string(),
  editedAt: z.string(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
});
export type VersionRow = z.output<typeof versionRow>;

export const reportView = z
  .object({
    ...reportRow.shape,
    previousFrom: z.string(),
    previousTo: z.string(),
    withdrawnReason: z.string().nullable(),
    /** Path of the public page; answers only while something is shown there. */
    address: z.string(),
    versions: z.array(versionRow),
    /** The version that is open in the editor. */
    open: z.object({
      ...versionRow.shape,
      computeMs: z.number(),
      /** Everything, for members. */
      figures: reportFigures,
      /** Keys of figures that nobody outside gets to see. */
      hidden: z.array(z.string()),
      texts: reportTexts,
      /** How many customers would be thanked by name. */
      thanked: z.number().int(),
    }),
  })
  .meta({ id: 'Report' });
export type ReportView = z.output<typeof reportView>;

export const reportDrafted = defineEvent('report.drafted', z.object({ version: z.number(), by: z.string() }));
export const reportEdited = defineEvent('report.edited', z.object({ version: z.number() }));
/** `digest` is the SHA-256 of what everybody may read. */
export const reportPublished = defineEvent(
  'report.published',
  z.object({ reportId: z.string(), version: z.number(), digest: z.string() }),
);
export const reportWithdrawn = defineEvent(
  'report.withdrawn',
  z.object({ reportId: z.string(), version: z.number(), reason: z.string() }),
);
export const reportRemoved = defineEvent('report.removed', z.object({ version: z.number() }));

const idParam = z.object({ id: z.string().max(60) });
const versionParam = idParam.extend({ version: z.coerce.number().int().min(1).max(9999) });
const openQuery = z.object({ version: z.coerce.number().int().min(1).max(9999).optional() });
const reason = z.string().trim().min(3).max(500);

export const listReportsRoute = route({
  id: 'listReports',
  method: 'GET',
  path: '/api/v1/reports',
  summary: 'Reports, latest period first',
  access: 'report.read',
  query: pageQuery.extend({ state: z.enum(REPORT_STATES).optional() }),
  ok: pageOf(reportRow),
});

export const createReportRoute = route({
  id: 'createReport',
  method: 'POST',
  path: '/api/v1/reports',
  summary:
    'Draft a report on a period that has begun; it is compared with the equally long period before, or month with month',
  access: 'report.edit',
  body: z.object({ from: z.iso.date(), to: z.iso.date() }),
  ok: reportView,
  status: 201,
  refusals: ['invalid_period'],
});

export const getReportRoute = route({
  id: 'getReport',
  method: 'GET',
  path: '/api/v1/reports/:id',
  summary: 'A report with its versions and one of them open: the draft, else the latest',
  access: 'report.read',
  params: idParam,
  query: openQuery,
  ok: reportView,
  refusals: ['not_found'],
});

export const computeReportRoute = route({
  id: 'computeReport',
  method: 'POST',
  path: '/api/v1/reports/:id/computation',
  summary: 'Count the figures of the draft anew',
  access: 'report.edit',
  params: idParam,
  ok: reportView,
  refusals: ['not_found', 'no_draft'],
});

export const writeReportRoute = route({
  id: 'writeReport',
  method: 'PUT',
  path: '/api/v1/reports/:id/texts',
  summary: "Write the draft's words",
  access: 'report.edit',
  params: idParam,
  body: reportTexts,
  ok: reportView,
  refusals: ['not_found', 'no_draft'],
});

export const publishReportRoute = route({
  id: 'publishReport',
  method: 'POST',
  path: '/api/v1/reports/:id/publication',
  summary: 'Publish the draft at the public address; from then on it stays as it is',
  access: 'report.publish',
  params: idParam,
  body: z.object({ version: z.number().int() }),
  ok: reportView,
  refusals: ['not_found', 'no_draft', 'period_not_over', 'stale_version'],
});

export const correctReportRoute = route({
  id: 'correctReport',
  method: 'POST',
  path: '/api/v1/reports/:id/corrections',
  summary: 'Begin a new version of a published report, with the reason that will stand beside it',
  access: 'report.edit',
  params: idParam,
  body: z.object({ reason }),
  ok: reportView,
  status: 201,
  refusals: ['not_found', 'draft_exists', 'not_published'],
});

export const withdrawReportRoute = route({
  id: 'withdrawReport',
  method: 'POST',
  path: '/api/v1/reports/:id/withdrawal',
  summary: 'Take a published report back; its address then says so, with the reason',
  access: 'report.publish',
  params: idParam,
  body: z.object({ reason }),
  ok: reportView,
  refusals: ['not_found', 'not_published'],
});

export const removeReportDraftRoute = route({
  id: 'removeReportDraft',
  method: 'DELETE',
  path: '/api/v1/reports/:id/draft',
  summary: 'Drop the draft; a report that was never published goes with it',
  access: 'report.edit',
  params: idParam,
  ok: z.null(),
  status: 204,
  refusals: ['not_found', 'no_draft'],
});

const languageQuery = z.object({ lang: z.string().max(20).optional() }).loose();

export const previewReportRoute = route({
  id: 'previewReport',
  method: 'GET',
  path: '/api/v1/reports/:id/versions/:version/page',
  summary: 'The page as everybody would read it',
  access: 'report.read',
  params: versionParam,
  query: languageQuery,
  ok: z.string(),
  answer: 'page',
  refusals: ['not_found'],
});

export const reportFileRoute = route({
  id: 'reportFile',
  method: 'GET',
  path: '/api/v1/reports/:id/versions/:version/file',
  summary: 'The report as PDF',
  access: 'report.read',
  params: versionParam,
  query: languageQuery,
  ok: z.null(),
  answer: 'file',
  refusals: ['not_found'],
});

export const getReportSettingsRoute = route({
  id: 'getReportSettings',
  method: 'GET',
  path: '/api/v1/report-settings',
  summary: 'Whether a draft is made after each month',
  access: 'report.read',
  ok: z.object({ monthly: z.boolean() }),
});

export const setReportSettingsRoute = route({
  id: 'setReportSettings',
  method: 'PUT',
  path: '/api/v1/report-settings',
  summary: 'Have a draft made after each month, or not',
  access: 'report.edit',
  body: z.object({ monthly: z.boolean() }),
  ok: z.object({ monthly: z.boolean() }),
});
