// Binds the routes of ratings: the figures for members, and the reporter's own page, which needs no sign-in.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { on, onPublic } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { sent } from '../../../../platform/http/mounted-route.ts';
import { LANGUAGES, type Language } from '../../../../platform/i18n/translate.ts';
import { isOwnVisit } from '../../../../platform/pages/own-page.ts';
import { messagePage } from '../../../../platform/pages/page-frame.ts';
import { sendOn, sendPage } from '../../../../platform/pages/send-page.ts';
import type { AnswerDesk } from '../../../answer/desk/server/door.ts';
import { dayReader, periodOf, timeZoneOf } from '../../../understand/overview/server/door.ts';
import {
  getRatingSettingsRoute,
  giveRatingRoute,
  listRatingsRoute,
  ratingPageRoute,
  ratingSummaryRoute,
  setRatingSettingsRoute,
} from '../core/rating.contract.ts';
import { ratingPage } from './page/rating-page.ts';
import { listRatings, readRatingSummary, settingsOf, whichRating } from './rating.reads.ts';
import { type RatingPageFacts, readRatingPage } from './rating-page.reads.ts';
import { giveRating, type RatingRefusal } from './verbs/give-rating.ts';
import { setRatingSettings } from './verbs/set-rating-settings.ts';

export interface RatingDeps {
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

interface Shown {
  said: boolean;
  problem: Exclude<RatingRefusal, 'not_found'> | null;
  chosen: number | null;
  typed: string | null;
}

/** Routes of ratings. */
export function ratingRoutes(deps: RatingDeps) {
  return [
    on(ratingSummaryRoute, ({ env, query }) =>
      env.db.read(async (tx) => {
        const timeZone = await timeZoneOf(tx);
        const period = periodOf(query.from, query.to, dayReader(timeZone)(env.now.getTime()));
        if (!period) return refuse('invalid_period');
        return ok(await readRatingSummary(tx, { ...period, timeZone, by: query.by ?? null, now: env.now }));
      }),
    ),
    on(listRatingsRoute, ({ env, query }) => env.db.read(async (tx) => ok(await listRatings(tx, query)))),
    on(getRatingSettingsRoute, ({ env }) => env.db.read(async (tx) => ok(await settingsOf(tx)))),
    on(setRatingSettingsRoute, ({ env, body }) => setRatingSettings(env, body)),
    onPublic(ratingPageRoute, async (visit) => {
      // Mail scanners open every link of a letter: looking chooses a score in the form and records nothing.
      const chosen = /^[1-5]$/.test(String(visit.query.score ?? '')) ? Number(visit.query.score) : null;
      return show(deps, visit, { said: visit.query.said === 'thanks', problem: null, chosen, typed: null }, 200);
    }),
    onPublic(giveRatingRoute, async (visit) => {
      const rating = await whichRating(deps.database.machine, visit.params.token);
      if (!rating) return lost(visit);
      if (!isOwnVisit(visit))
        return sendPage(visit.reply, messagePage(chosen(visit) ?? visit.language, 'foreign'), { status: 403 });
      const form = visit.body ?? {};
      const { score, comment } = form;
      const done = await giveRating(deps.database.workspace(rating.workspaceId), visit.now, deps.desk, {
        ratingId: rating.id,
        score,
        comment,
      });
      if (done.ok) {
        const language = chosen(visit);
        return sendOn(visit.reply, `/r/${visit.params.token}?said=thanks${language ? `&lang=${language}` : ''}`);
      }
      if (done.reason === 'not_found') return lost(visit);
      const typed = typeof comment === 'string' ? comment : null;
      const picked = typeof score === 'string' && /^[1-5]$/.test(score) ? Number(score) : null;
      return show(deps, visit, { said: false, problem: done.reason, chosen: picked, typed }, STATUS[done.reason]);
    }),
  ];
}

const STATUS: Record<Exclude<RatingRefusal, 'not_found'>, number> = {
  missing_score: 422,
  too_large_comment: 422,
  too_many_requests: 429,
  rating_settled: 409,
};

async function show(deps: RatingDeps, visit: Visit, shown: Shown, status: number): Promise<typeof sent> {
  const rating = await whichRating(deps.database.machine, visit.params.token);
  if (!rating) return lost(visit);
  const db = deps.database.workspace(rating.workspaceId);
  const facts = await db.read((tx) => readRatingPage(tx, deps.desk, rating.id, visit.now));
  if (!facts) return lost(visit);
  return sendPage(visit.reply, draw(facts, visit, shown), { status });
}

function draw(facts: RatingPageFacts, visit: Visit, shown: Shown): string {
  const { rating, shop, number, statusPath, until } = facts;
  const known = facts.language ?? (header(visit, 'accept-language') ? visit.language : shop.locale);
  return ratingPage({
    ...shown,
    shop,
    number,
    statusPath,
    until,
    path: `/r/${visit.params.token}`,
    language: chosen(visit) ?? known,
    now: visit.now,
    given: rating.score === null ? null : { score: rating.score, comment: rating.comment },
    chosen: shown.chosen ?? rating.score,
  });
}

/** One page for wrong addresses and closed questions, so that guessing teaches nothing. */
function lost(visit: Visit): typeof sent {
  return sendPage(visit.reply, messagePage(chosen(visit) ?? visit.language, 'lost'), { status: 404 });
}

function chosen(visit: Visit): Language | undefined {
  return LANGUAGES.find((language) => language === visit.query.lang);
}

function header(visit: Visit, name: string): string | undefined {
  const value = visit.request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
