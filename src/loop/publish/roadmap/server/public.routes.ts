// Binds the public pages of the roadmap and the changelog.
import { onPublic } from '../../../../ground/serve.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { LANGUAGES, type Language } from '../../../../platform/i18n/translate.ts';
import { messagePage } from '../../../../platform/pages/page-frame.ts';
import { sendPage } from '../../../../platform/pages/send-page.ts';
import { openShop } from '../../reports/server/door.ts';
import { publicChangelogFeedRoute, publicChangelogRoute, publicRoadmapRoute } from '../core/roadmap.contract.ts';
import { changelogFeed, changelogPage, type RoadmapVisit, roadmapPage } from './page/roadmap-pages.ts';
import { readPublicChangelog, readPublicRoadmap } from './roadmap.reads.ts';

interface Call {
  params: { slug: string };
  query: Record<string, unknown>;
  language: Language;
  origin: string;
  now: Date;
}

export function publicRoadmapRoutes({ database }: { database: Database }) {
  const visit = async <T>(call: Call, page: 'roadmap' | 'changelog', read: (tx: Tx) => Promise<T>) => {
    const language = LANGUAGES.find((one) => one === call.query.lang) ?? call.language;
    const open = await openShop(database, call.params.slug, language, page);
    const found = open && (await database.workspace(open.shop.workspaceId).read(read));
    const around = open && ({ open, language, now: call.now, origin: call.origin } satisfies RoadmapVisit);
    return { language, found, around };
  };
  return [
    onPublic(publicRoadmapRoute, async (call) => {
      const { language, found, around } = await visit(call, 'roadmap', readPublicRoadmap);
      if (!found || !around) return sendPage(call.reply, messagePage(language, 'lost'), { status: 404 });
      return sendPage(call.reply, roadmapPage(found, around), { indexable: true });
    }),
    onPublic(publicChangelogRoute, async (call) => {
      const { language, found, around } = await visit(call, 'changelog', readPublicChangelog);
      if (!found || !around) return sendPage(call.reply, messagePage(language, 'lost'), { status: 404 });
      return sendPage(call.reply, changelogPage(found, around), { indexable: true });
    }),
    onPublic(publicChangelogFeedRoute, async (call) => {
      const { language, found, around } = await visit(call, 'changelog', readPublicChangelog);
      if (!found || !around) return sendPage(call.reply, messagePage(language, 'lost'), { status: 404 });
      call.reply
        .header('cache-control', 'no-store')
        .header('vary', 'accept-language')
        .type('application/atom+xml; charset=utf-8')
        .send(changelogFeed(found, around));
      return sent;
    }),
  ];
}
