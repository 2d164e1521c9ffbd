// Binds what anybody may see of draws: the page, the public file, proofs, the list of a shop, the checker.

import { type PublicShop, shopBySlug, shopOf } from '../../../../ground/members/server/door.ts';
import { onPublic } from '../../../../ground/serve.ts';
import { keepNewest } from '../../../../kit/keep-newest.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { LANGUAGES, type Language } from '../../../../platform/i18n/translate.ts';
import { messagePage, type PageLink } from '../../../../platform/pages/page-frame.ts';
import { sendPage } from '../../../../platform/pages/send-page.ts';
import * as contract from '../core/draw.contract.ts';
import { type DrawRow, drawCounts, findPublicDraw, publicDraws, readPublicKey } from './draw.reads.ts';
import { fileText, headOfFile, readEntries } from './entries-file.ts';
import { drawPage } from './page/draw-page.ts';
import { drawsPage } from './page/draws-page.ts';
import { listOf } from './sign-receipts.ts';

export interface DrawPublicDeps {
  database: Database;
  files: FileStore;
  /** Ways to the shop's other pages, and what it calls itself there. */
  nav: (shop: PublicShop, language: Language) => Promise<readonly PageLink[]>;
  name: (shop: PublicShop, language: Language) => Promise<string>;
  /** The checker as one file; null where it was not built. */
  checkPage: () => string | null;
}

const MOST_LISTED = 200;
/** Trees of lists that were asked for lately; a list of 100,000 takes a second to hash. */
const MOST_TREES = 4;

/** Routes anybody may call. */
export function drawPublicRoutes(deps: DrawPublicDeps) {
  const { machine } = deps.database;
  const trees = new Map<string, Promise<ReturnType<typeof listOf>>>();
  const treeOf = (row: DrawRow) => {
    let tree = trees.get(row.id);
    if (!tree) {
      tree = readEntries(deps.files, row).then(({ rows }) => listOf(row.records!.opened, rows));
      tree.catch(() => trees.delete(row.id));
      trees.set(row.id, tree);
      keepNewest(trees, MOST_TREES);
    }
    return tree;
  };
  const languageFor = (call: { query: { lang?: string | undefined }; language: Language }) =>
    LANGUAGES.find((one) => one === call.query.lang) ?? call.language;
  const visitOf = async (shop: PublicShop, call: { origin: string; now: Date }, language: Language) => ({
    shop: { ...shop, name: await deps.name(shop, language) },
    language,
    origin: call.origin,
    now: call.now,
    nav: await deps.nav(shop, language),
  });

  return [
    onPublic(contract.publicDrawRoute, async (call) => {
      const language = languageFor(call);
      const row = await findPublicDraw(machine, call.params.id);
      const shop = row && (await shopOf(machine, row.workspaceId));
      if (!row || !shop) return sendPage(call.reply, messagePage(language, 'lost'), { status: 404 });
      return sendPage(call.reply, drawPage(row, await visitOf(shop, call, language)), { indexable: true });
    }),
    onPublic(contract.publicDrawFileRoute, async ({ params, reply }) => {
      const row = await findPublicDraw(machine, params.id);
      const shop = row && (await shopOf(machine, row.workspaceId));
      if (!row || !shop) return refuse('not_found');
      const { rows } = await readEntries(deps.files, row);
      reply
        .header('content-disposition', `attachment; filename="huiyin-${row.id}.json"`)
        .header('access-control-allow-origin', '*')
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .type('application/json; charset=utf-8')
        .send(fileText(headOfFile(row, shop.name), rows));
      return sent;
    }),
    onPublic(contract.publicDrawProofRoute, async ({ params: { id, index }, reply }) => {
      const row = await findPublicDraw(machine, id);
      const closed = row?.records?.closed;
      if (!row || !closed || index >= closed.count) return refuse('not_found');
      const list = await treeOf(row);
      const [, , at, tickets] = list.row(index)!;
      const { entryHash, chain } = list.entered(index);
      reply.header('access-control-allow-origin', '*');
      return ok({
        index,
        count: closed.count,
        root: closed.root,
        entryHash,
        chain,
        at,
        tickets,
        proof: list.proof(index),
      });
    }),
    onPublic(contract.publicDrawsRoute, async (call) => {
      const language = languageFor(call);
      const shop = await shopBySlug(machine, call.params.slug);
      if (!shop) return sendPage(call.reply, messagePage(language, 'lost'), { status: 404 });
      const found = await deps.database.workspace(shop.workspaceId).read(async (tx) => ({
        rows: await publicDraws(tx, MOST_LISTED),
        counts: await drawCounts(tx),
        key: await readPublicKey(tx),
      }));
      const text = drawsPage(found.rows, found.counts, found.key, await visitOf(shop, call, language));
      return sendPage(call.reply, text, { indexable: true });
    }),
    onPublic(contract.drawCheckPageRoute, async ({ reply }) => {
      const text = deps.checkPage();
      if (!text) return refuse('not_found');
      // The page brings its own policy, so that it keeps it when it is saved.
      reply
        .header('content-security-policy', "sandbox allow-scripts allow-forms; frame-ancestors 'none'")
        .header('cache-control', 'public, max-age=300')
        .type('text/html; charset=utf-8')
        .send(text);
      return sent;
    }),
  ];
}
