// The addresses everybody may open: the list of published reports, one of them, and its file.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';

const slugParam = z.object({ slug: z.string().max(60) });
const reportParam = slugParam.extend({ id: z.string().max(60) });
// A reader must get a page for whatever stands in the address, so the query is read by hand.
const query = z.object({ lang: z.string().max(20).optional(), version: z.string().max(10).optional() }).loose();

export const publicReportsRoute = route({
  id: 'publicReports',
  method: 'GET',
  path: '/p/:slug/reports',
  summary: 'The published reports of a shop',
  access: 'public',
  params: slugParam,
  query,
  ok: z.string(),
  answer: 'page',
  perMinute: 120,
});

export const publicReportRoute = route({
  id: 'publicReport',
  method: 'GET',
  path: '/p/:slug/reports/:id',
  summary: 'A published report; an earlier version stays under its number, marked as such',
  access: 'public',
  params: reportParam,
  query,
  ok: z.string(),
  answer: 'page',
  perMinute: 120,
});

export const publicReportFileRoute = route({
  id: 'publicReportFile',
  method: 'GET',
  path: '/p/:slug/reports/:id/report.pdf',
  summary: 'A published report as PDF',
  access: 'public',
  params: reportParam,
  query,
  ok: z.null(),
  answer: 'file',
  perMinute: 20,
});
