// Binds what everybody may open: the list of reports, a report, its file.

import { onPublic } from '../../../../ground/serve.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { LANGUAGES, type Language } from '../../../../platform/i18n/translate.ts';
import { messagePage } from '../../../../platform/pages/page-frame.ts';
import { sendPage } from '../../../../platform/pages/send-page.ts';
import { publicReportFileRoute, publicReportRoute, publicReportsRoute } from '../core/report-pages.contract.ts';
import { reportFile } from './file/report-file.ts';
import { type OpenShop, openShop } from './open-shop.ts';
import { reportPage, reportsPage } from './page/report-page.ts';
import { listPublic, readShown, type ShownReport } from './report.reads.ts';
import { sendFile } from './send-file.ts';

interface Visit {
  params: { slug: string; id?: string };
  query: Record<string, unknown>;
  language: Language;
}

/** Files being written or just written: each holds the processor for a moment, so a crowd gets the same one. */
const writing = new Map<string, Promise<Buffer>>();
const KEPT_MS = 60_000;
const MOST_KEPT = 40;

export function publicReportRoutes({ database }: { database: Database }) {
  const find = async (visit: Visit): Promise<(OpenShop & { shown: ShownReport }) | null> => {
    const open = await openShop(database, visit.params.slug, visit.language, 'reports');
    if (!open) return null;
    const version = Number(visit.query.version);
    const wanted = Number.isInteger(version) && version > 0 && version < 10_000 ? version : null;
    const shown = await database
      .workspace(open.shop.workspaceId)
      .read((tx) => readShown(tx, visit.params.id ?? '', wanted));
    return shown ? { ...open, shown } : null;
  };
  return [
    onPublic(publicReportsRoute, async ({ params, query, language: asked, now, origin, reply }) => {
      const language = chosen(query) ?? asked;
      const open = await openShop(database, params.slug, language, 'reports');
      if (!open) return sendPage(reply, messagePage(language, 'lost'), { status: 404 });
      const rows = await database.workspace(open.shop.workspaceId).read(listPublic);
      const around = { shop: { ...open.shop, name: open.name }, language, now, origin, nav: open.nav };
      return sendPage(reply, reportsPage(rows, around), { indexable: true, maxAgeS: 60 });
    }),
    onPublic(publicReportRoute, async ({ params, query, language: asked, now, origin, reply }) => {
      const language = chosen(query) ?? asked;
      const found = await find({ params, query, language });
      if (!found) return sendPage(reply, messagePage(language, 'lost'), { status: 404 });
      const { shop, shown, nav, name } = found;
      const around = { shop: { ...shop, name }, language, now, origin, nav };
      // Never kept by others: a name that is taken back must be gone at once.
      const path = `/p/${shop.slug}/reports/${shown.id}`;
      return sendPage(reply, reportPage(shown, path, around), { indexable: shown.state === 'published' });
    }),
    onPublic(publicReportFileRoute, async ({ params, query, language: asked, now, reply }) => {
      const language = chosen(query) ?? asked;
      const found = await find({ params, query, language });
      if (!found) return sendPage(reply, messagePage(language, 'lost'), { status: 404 });
      const { shown } = found;
      const shop = { ...found.shop, name: found.name };
      const key = `${shown.id} ${shown.version} ${shown.state} ${language} ${shop.name} ${shown.thanks.join('\n')}`;
      const running = writing.get(key) ?? reportFile(shown, { shop, language, now });
      if (!writing.has(key)) {
        writing.set(key, running);
        const forget = () => writing.delete(key);
        running.then(() => (writing.size > MOST_KEPT ? forget() : setTimeout(forget, KEPT_MS).unref()), forget);
      }
      sendFile(reply, await running, shown);
      return sent;
    }),
  ];
}

function chosen(query: Record<string, unknown>): Language | undefined {
  return LANGUAGES.find((language) => language === query.lang);
}
