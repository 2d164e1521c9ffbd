// Binds the reporter's page: opens the link, hands the form to its verb, answers with a page in his language.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onPublic } from '../../../../ground/serve.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { sent } from '../../../../platform/http/mounted-route.ts';
import { LANGUAGES, type Language } from '../../../../platform/i18n/translate.ts';
import type { Html } from '../../../../platform/pages/html.ts';
import { isOwnVisit } from '../../../../platform/pages/own-page.ts';
import { messagePage } from '../../../../platform/pages/page-frame.ts';
import { sendOn, sendPage } from '../../../../platform/pages/send-page.ts';
import { markSeen } from '../../deliveries/server/door.ts';
import type { AnswerDesk } from '../../desk/server/door.ts';
import { noteOpened, type OpenedLink, openLink } from '../../links/server/door.ts';
import { answerBackRoute, statusPageRoute, statusThanksRoute, statusVerdictRoute } from '../core/status.contract.ts';
import type { FormState } from './page/answer-forms.ts';
import { statusPage } from './page/status-page.ts';
import { readStatus, type StatusFacts } from './status.reads.ts';
import { thanksPart } from './thanks-part.ts';
import { type AnswerRefusal, answerBack } from './verbs/answer-back.ts';
import { giveVerdict } from './verbs/give-verdict.ts';
import { thankMe } from './verbs/thank-me.ts';

const QUIET: FormState = { said: null, problem: null };

export interface StatusDeps {
  desk: AnswerDesk;
  database: Database;
}

interface Visit {
  params: { token: string };
  query: Record<string, unknown>;
  language: Language;
  request: FastifyRequest;
  reply: FastifyReply;
  origin: string;
  now: Date;
}

/** Routes of the reporter's page. */
export function statusMountedRoutes(deps: StatusDeps) {
  return [
    onPublic(statusPageRoute, async (visit) => {
      const link = await openLink(deps.database.machine, visit.params.token, visit.now);
      if (!link) return lost(visit);
      const said = visit.query.said;
      return show(deps, visit, link, {
        ...QUIET,
        said: said === 'sent' || said === 'yes' || said === 'no' ? said : null,
      });
    }),
    onPublic(answerBackRoute, (visit) =>
      submit(deps, visit, visit.body, async (link, form) => {
        const done = await answerBack(deps.database.workspace(link.workspaceId), visit.now, deps.desk, {
          link,
          text: form.text,
        });
        return done.ok ? 'sent' : done.reason;
      }),
    ),
    onPublic(statusVerdictRoute, (visit) =>
      submit(deps, visit, visit.body, async (link, form) => {
        const solved = form.solved === 'yes';
        const done = await giveVerdict(deps.database.workspace(link.workspaceId), visit.now, deps.desk, {
          link,
          solved,
          text: form.text,
        });
        return done.ok ? (solved ? 'yes' : 'no') : done.reason;
      }),
    ),
    onPublic(statusThanksRoute, async (visit) => {
      const link = await openLink(deps.database.machine, visit.params.token, visit.now);
      if (!link) return lost(visit);
      if (!isOwnVisit(visit))
        return sendPage(visit.reply, messagePage(chosen(visit) ?? visit.language, 'foreign'), { status: 403 });
      const db = deps.database.workspace(link.workspaceId);
      const said = await thankMe(db, visit.now, deps.desk, { link, form: visit.body });
      if (said === 'not_found') return lost(visit);
      const language = chosen(visit);
      return sendOn(
        visit.reply,
        `/s/${visit.params.token}?thanks=${said}${language ? `&lang=${language}` : ''}#thanks`,
      );
    }),
  ];
}

async function submit(
  deps: StatusDeps,
  visit: Visit,
  body: Record<string, unknown> | null | undefined,
  work: (
    link: OpenedLink,
    form: Record<string, unknown>,
  ) => Promise<'sent' | 'yes' | 'no' | AnswerRefusal | 'not_resolved'>,
): Promise<typeof sent> {
  const link = await openLink(deps.database.machine, visit.params.token, visit.now);
  if (!link) return lost(visit);
  if (!isOwnVisit(visit))
    return sendPage(visit.reply, messagePage(chosen(visit) ?? visit.language, 'foreign'), { status: 403 });
  const form = body ?? {};
  const outcome = await work(link, form);
  if (outcome === 'not_found') return lost(visit);
  if (outcome === 'sent' || outcome === 'yes' || outcome === 'no') {
    const language = chosen(visit);
    const where = `/s/${visit.params.token}?said=${outcome}${language ? `&lang=${language}` : ''}`;
    return sendOn(visit.reply, where);
  }
  const text = typeof form.text === 'string' ? form.text : '';
  const status = outcome === 'too_many_requests' ? 429 : outcome === 'not_resolved' ? 409 : 422;
  return show(deps, visit, link, { said: null, problem: { code: outcome, text } }, status);
}

async function show(
  deps: StatusDeps,
  visit: Visit,
  link: OpenedLink,
  form: FormState,
  status = 200,
): Promise<typeof sent> {
  const db = deps.database.workspace(link.workspaceId);
  const now = visit.now;
  const facts = await db.read((tx) => readStatus(tx, deps.desk.sealer, link, now));
  if (!facts) return lost(visit);
  // Mail scanners ask with HEAD; only a page that was read counts as opened.
  if (visit.request.method === 'GET') {
    await db.write(async (tx) => {
      await noteOpened(tx, link.id, now);
      if (facts.found) await markSeen(tx, { caseIds: facts.caseIds, reporter: link.reporter, now });
    });
  }
  const language = chosen(visit) ?? languageFor(facts, visit);
  const path = `/s/${visit.params.token}`;
  const aftercare = await careFor(deps, link, facts, { language, now });
  const thanks = await thanksPart(db, link, { path, language, said: visit.query.thanks });
  const receipt = (await db.read(async (tx) => deps.desk.receipt?.(tx, { ...link, path, language }))) ?? null;
  return sendPage(visit.reply, statusPage({ facts, path, language, now, form, aftercare, thanks, receipt }), {
    status,
  });
}

async function careFor(
  deps: StatusDeps,
  link: OpenedLink,
  facts: StatusFacts,
  reader: { language: Language; now: Date },
): Promise<Html | null> {
  const care = deps.desk.aftercare;
  const { found, stage } = facts;
  if (!care || !found || (stage !== 'resolved' && stage !== 'verified')) return null;
  const db = deps.database.workspace(link.workspaceId);
  return db.read((tx) => care.onPage(tx, { caseId: found.id, reporter: link.reporter, ...reader }));
}

/** The reader's own choice first, then what we know of him, then what his browser says. */
function languageFor(facts: StatusFacts, visit: Visit): Language {
  const known = LANGUAGES.find((language) => language === facts.person?.locale);
  if (known) return known;
  return header(visit.request, 'accept-language') ? visit.language : facts.shop.locale;
}

function chosen(visit: Visit): Language | undefined {
  return LANGUAGES.find((language) => language === visit.query.lang);
}

/** One page for wrong, expired and revoked links, so that guessing teaches nothing. */
function lost(visit: Visit): typeof sent {
  return sendPage(visit.reply, messagePage(chosen(visit) ?? visit.language, 'lost'), { status: 404 });
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
