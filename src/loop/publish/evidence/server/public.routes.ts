// Binds what anybody may ask of a log, and the files of those it is about.
import type { FastifyReply } from 'fastify';
import { type PublicShop, shopBySlug } from '../../../../ground/members/server/door.ts';
import { onPublic } from '../../../../ground/serve.ts';
import { readJson } from '../../../../kit/plain-json.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { LANGUAGES, type Language } from '../../../../platform/i18n/translate.ts';
import { messagePage, PAGE_POLICY, type PageLink } from '../../../../platform/pages/page-frame.ts';
import { openLink } from '../../../answer/links/server/door.ts';
import { type Checked, checkEvidence, fingerprintOf } from '../core/check-evidence.ts';
import * as contract from '../core/evidence.contract.ts';
import type { EvidenceFile } from '../core/evidence-file.ts';
import { isOurLog, publicLeafOf, readHeads, reporterFile, reportFile } from './evidence.reads.ts';
import { checkPage } from './page/check-page.ts';
import { readHandedIn } from './read-handed-in.ts';
import { consistencyOf } from './take-file.ts';

export interface PublicEvidenceDeps {
  database: Database;
  /** Ways to the shop's other pages. */
  nav: (shop: PublicShop, language: Language) => Promise<readonly PageLink[]>;
  /** What the shop calls itself there. */
  name: (shop: PublicShop, language: Language) => Promise<string>;
  /** The checker as one file; null where it was not built. */
  offlinePage: () => string | null;
}

/** Routes anybody may call. */
export function evidencePublicRoutes(deps: PublicEvidenceDeps) {
  const { machine } = deps.database;
  const shopAt = (slug: string) => shopBySlug(machine, slug);
  const readOf = (shop: PublicShop) => deps.database.workspace(shop.workspaceId);

  async function page(
    call: {
      query: Record<string, unknown>;
      language: Language;
      reply: FastifyReply;
      origin: string;
      now: Date;
      params: { slug: string };
    },
    handedIn: { result: Checked } | { problem: 'nothing' | 'tooLarge' } | null,
    status = 200,
  ): Promise<typeof sent> {
    const language = LANGUAGES.find((one) => one === call.query.lang) ?? call.language;
    const shop = await shopAt(call.params.slug);
    const answer = call.reply.header('content-security-policy', PAGE_POLICY).header('cache-control', 'no-store');
    if (!shop) {
      answer.code(404).type('text/html; charset=utf-8').send(messagePage(language, 'lost'));
      return sent;
    }
    const log = await readOf(shop).read(readHeads);
    const file = handedIn && 'result' in handedIn ? handedIn.result.file : null;
    const isOurs = file !== null && (await readOf(shop).read((tx) => isOurLog(tx, file.key)));
    const text = checkPage({
      shop: { ...shop, name: await deps.name(shop, language) },
      now: call.now,
      language,
      origin: call.origin,
      nav: await deps.nav(shop, language),
      log: log ? { head: log.head, fingerprint: fingerprintOf(log.key) } : null,
      result: handedIn && 'result' in handedIn ? { checked: handedIn.result, isOurs } : null,
      problem: handedIn && 'problem' in handedIn ? handedIn.problem : null,
    });
    answer.code(status).type('text/html; charset=utf-8').send(text);
    return sent;
  }

  return [
    onPublic(contract.publicHeadRoute, async ({ params, reply }) => {
      const shop = await shopAt(params.slug);
      const log = shop && (await readOf(shop).read(readHeads));
      if (!log) return refuse('not_found');
      reply.header('access-control-allow-origin', '*');
      return ok({ ...log, fingerprint: fingerprintOf(log.key) });
    }),
    onPublic(contract.publicConsistencyRoute, async ({ params, query, reply }) => {
      const shop = await shopAt(params.slug);
      const log = shop && (await readOf(shop).read(readHeads));
      if (!shop || !log) return refuse('not_found');
      const second = query.second ?? log.head.size;
      if (second > log.head.size || query.first > second) {
        return refuse('invalid_range', [{ path: 'first', code: 'invalid_range' }]);
      }
      const proof = await readOf(shop).read((tx) => consistencyOf(tx, query.first, second));
      reply.header('access-control-allow-origin', '*');
      return ok({ first: query.first, second, proof });
    }),
    onPublic(contract.publicLeafRoute, async ({ params, reply }) => {
      const shop = await shopAt(params.slug);
      const leaf = shop && (await readOf(shop).read((tx) => publicLeafOf(tx, params.seq)));
      if (!leaf) return refuse('not_found');
      reply.header('access-control-allow-origin', '*');
      return ok(leaf);
    }),
    onPublic(contract.reporterEvidenceRoute, async ({ params, reply, now }) => {
      const link = await openLink(machine, params.token, now);
      if (!link) return refuse('not_found');
      const file = await deps.database.workspace(link.workspaceId).read((tx) => reporterFile(tx, link));
      return file ? download(reply, file, 'huiyin-receipt.json') : refuse('no_evidence_yet');
    }),
    onPublic(contract.reportEvidenceRoute, async ({ params, reply }) => {
      const shop = await shopAt(params.slug);
      if (!shop) return refuse('not_found');
      const file = await readOf(shop).read((tx) => reportFile(tx, params.id));
      return file ? download(reply, file, 'huiyin-report-evidence.json') : refuse('no_evidence_yet');
    }),
    onPublic(contract.checkPageRoute, (call) => page(call, null)),
    onPublic(contract.checkPageFileRoute, async (call) => {
      const text = await readHandedIn(call.request);
      if (text === 'too_large') return page(call, { problem: 'tooLarge' }, 413);
      if (text === null) return page(call, { problem: 'nothing' }, 422);
      return page(call, { result: checkEvidence(readJson(text)) });
    }),
    onPublic(contract.offlineCheckRoute, async ({ reply }) => {
      const text = deps.offlinePage();
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

function download(reply: FastifyReply, file: EvidenceFile, name: string): typeof sent {
  reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .type('application/json; charset=utf-8')
    .send(`${JSON.stringify(file, null, 2)}\n`);
  return sent;
}
