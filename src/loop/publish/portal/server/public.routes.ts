// Binds the public pages: opens the shop, remembers the browser, answers every wrong turn with a page in its language.
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { shopBySlug } from '../../../../ground/members/server/door.ts';
import { onPublic } from '../../../../ground/serve.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { sent } from '../../../../platform/http/mounted-route.ts';
import { LANGUAGES, type Language } from '../../../../platform/i18n/translate.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import { isOwnVisit } from '../../../../platform/pages/own-page.ts';
import { inLanguage } from '../../../../platform/pages/page-frame.ts';
import { sendOn, sendPage } from '../../../../platform/pages/send-page.ts';
import type { AnswerDesk } from '../../../answer/desk/server/door.ts';
import { openLink, statusLinkFor } from '../../../answer/links/server/door.ts';
import { ownVoicesOf } from '../../../answer/status/server/door.ts';
import { browserSecret, visitorWords } from '../../../collect/visitors/core/visitor.contract.ts';
import { type SpeakDeps, speakOpenly, voicesOfBrowser } from '../../../collect/visitors/server/door.ts';
import * as contract from '../core/portal.contract.ts';
import { EMPTY_FORM, readForm, type SayForm, wordsOf } from '../core/say-form.ts';
import { portalPath, readPortal, showsPage } from './door.ts';
import { homePage } from './page/home-page.ts';
import { minePage, sentPage } from './page/own-pages.ts';
import { type PortalVisit, portalMessage } from './page/portal-frame.ts';
import { sayPage } from './page/say-page.ts';
import { personOf } from './portal.reads.ts';
import { LINKS_JOB, type LinksPayload } from './portal-letters.ts';
import { createPortalNumbers } from './portal-numbers.ts';
import { readMultipart } from './read-multipart.ts';

export interface PortalDeps extends SpeakDeps {
  database: Database;
  desk: AnswerDesk;
}

const COOKIE = 'huiyin_visitor';
const COOKIE_DAYS = 400;

interface Call {
  params: { slug: string };
  query: Record<string, unknown>;
  language: Language;
  origin: string;
  now: Date;
  request: FastifyRequest;
  reply: FastifyReply;
}

export function portalPublicRoutes(deps: PortalDeps) {
  const { database } = deps;
  const numbersOf = createPortalNumbers(database);

  /** The shop whose page this is; a kind page where there is none, or where the shop has put it away. */
  async function open(
    call: Call,
    page: contract.PortalPage | 'home',
    draw: (visit: PortalVisit) => Promise<typeof sent>,
  ): Promise<typeof sent> {
    const asked = LANGUAGES.find((one) => one === call.query.lang);
    const shop = await shopBySlug(database.machine, call.params.slug);
    const settings = shop && (await database.workspace(shop.workspaceId).read((tx) => readPortal(tx)));
    const spoken = call.request.headers['accept-language'] ? call.language : (shop?.locale ?? call.language);
    const language = asked ?? spoken;
    if (!shop || !settings?.enabled || (page !== 'home' && !showsPage(settings, page)))
      return sendPage(call.reply, portalMessage(language, 'lost'), { status: 404 });
    return draw({ shop, settings, language, origin: call.origin, now: call.now, asked: asked !== undefined });
  }
  const foreign = (call: Call) => !isOwnVisit(call);
  const refuseForeign = (call: Call, visit: PortalVisit): typeof sent =>
    sendPage(call.reply, portalMessage(visit.language, 'foreign'), { status: 403 });

  return [
    onPublic(contract.portalHomeRoute, (call) =>
      open(call, 'home', async (visit) =>
        sendPage(call.reply, homePage(visit, await numbersOf(visit.shop.workspaceId, call.now)), { indexable: true }),
      ),
    ),
    onPublic(contract.portalSayRoute, (call) =>
      open(call, 'say', async (visit) => {
        const { product = '', sku = '', order = '', rating = '' } = call.query;
        const form: SayForm = { ...EMPTY_FORM, ...readForm({ product, sku, order, rating }), once: newSecret() };
        return sendPage(call.reply, sayPage(visit, { form, problem: null }), { indexable: true });
      }),
    ),
    onPublic(contract.portalSendRoute, (call) =>
      open(
        call,
        'say',
        async (visit): Promise<typeof sent> =>
          foreign(call) ? refuseForeign(call, visit) : takeForm(deps, call, visit),
      ),
    ),
    onPublic(contract.portalSentRoute, (call) =>
      open(call, 'say', async (visit) => {
        const link = call.query.t ? await openLink(database.machine, call.query.t, call.now) : undefined;
        const ours = link?.workspaceId === visit.shop.workspaceId ? link : undefined;
        const asked = call.query.asked;
        return sendPage(
          call.reply,
          sentPage(visit, {
            path: ours ? `/s/${call.query.t}` : null,
            code: ours ? ours.subject.slice(-8).toUpperCase() : null,
            sentTo: ours ? null : asked === 'mail' ? 'address' : asked === 'phone' ? 'phone' : null,
          }),
        );
      }),
    ),
    onPublic(contract.portalMineRoute, (call) =>
      open(call, 'mine', async (visit) => {
        const browser = secretOf(call.request);
        const voices = browser
          ? await database.workspace(visit.shop.workspaceId).write(async (tx) =>
              ownVoicesOf(tx, deps.desk, await voicesOfBrowser(tx, deps.desk.sealer, browser), {
                now: call.now,
                paths: true,
              }),
            )
          : [];
        const note = call.query.asked === 'yes' ? 'asked' : call.query.asked === 'no' ? 'wrong' : null;
        return sendPage(call.reply, minePage(visit, { voices, note }));
      }),
    ),
    onPublic(contract.portalLinksRoute, (call) =>
      open(call, 'mine', async (visit) => {
        if (foreign(call)) return refuseForeign(call, visit);
        const email = typeof call.body?.email === 'string' ? call.body.email.trim().toLowerCase() : '';
        const mine = inLanguage(portalPath(visit.shop.slug, 'mine'), visit.language);
        if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(email) || email.length > 320)
          return sendOn(call.reply, `${mine}&asked=no`);
        const { sealer } = deps.desk;
        const { workspaceId } = visit.shop;
        const payload: LinksPayload = { emailSealed: sealer.seal(workspaceId, email), language: visit.language };
        const key = `links:${sealer.blindIndex(workspaceId, 'portal/links', email)}`;
        await database
          .workspace(workspaceId)
          .write((tx) => enqueueJobs(tx, [{ kind: LINKS_JOB, payload, key, runAt: call.now }], call.now));
        return sendOn(call.reply, `${mine}&asked=yes`);
      }),
    ),
  ];
}

async function takeForm(deps: PortalDeps, call: Call, visit: PortalVisit): Promise<typeof sent> {
  const read = await readMultipart(call.request);
  const form = readForm(read?.fields ?? {});
  if (!/^[A-Za-z0-9_-]{22,64}$/.test(form.once)) form.once = newSecret();
  const again = (problem: string, status = 422): typeof sent =>
    sendPage(call.reply, sayPage(visit, { form, problem }), { status });
  if (!read) return again('invalid');
  if (form.website) return again('trap');
  if (read.problem) return again(read.problem, read.problem === 'too_large_photo' ? 413 : 422);
  const words = visitorWords.safeParse(wordsOf(form, visit.language));
  if (!words.success) return again('invalid');
  const { workspaceId, slug } = visit.shop;
  const db = deps.database.workspace(workspaceId);
  // Without a cookie yet, the form's own secret names the browser: pressed twice, it is still one voice.
  const browser = secretOf(call.request) ?? form.once;
  const spoken = await speakOpenly(db, call.now, deps, {
    channel: 'portal',
    browser,
    words: words.data,
    photos: read.photos,
  });
  if (!spoken.ok) return again(spoken.reason, spoken.reason === 'too_many_requests' ? 429 : 422);
  call.reply.setCookie(COOKIE, browser, {
    path: `/p/${slug}`,
    httpOnly: true,
    sameSite: 'lax',
    secure: call.origin.startsWith('https:'),
    maxAge: COOKIE_DAYS * 86_400,
  });
  const where = inLanguage(portalPath(slug, 'sent'), visit.language);
  if (form.email) return sendOn(call.reply, `${where}&asked=mail`);
  if (form.phone) return sendOn(call.reply, `${where}&asked=phone`);
  // The same voice sent again without the address it came with: its page stays with the owner of that address.
  if (spoken.value.claimed) return sendOn(call.reply, `${where}&asked=mail`);
  const { path } = await db.write(async (tx) =>
    statusLinkFor(tx, deps.desk.sealer, {
      subject: spoken.value.feedbackId,
      reporter: (await personOf(tx, spoken.value.feedbackId)) ?? spoken.value.feedbackId,
      now: call.now,
      days: deps.desk.linkDays,
    }),
  );
  return sendOn(call.reply, `${where}&t=${path.slice(3)}`);
}

/** 192 random bits: nobody guesses them, so they need no signature. */
function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

function secretOf(request: FastifyRequest): string | undefined {
  const parsed = browserSecret.safeParse(request.cookies[COOKIE]);
  return parsed.success ? parsed.data : undefined;
}
