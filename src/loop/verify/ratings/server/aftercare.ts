// Asks how it went: one question in the letter, task or page that tells a resolution, so that nobody gets a second letter for it.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../ground/env.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { Aftercare, AftercareRound, ClosingWay, Reporter } from '../../../answer/desk/server/door.ts';
import { dayReader, timeZoneOf } from '../../../understand/overview/server/door.ts';
import { ratingAsked } from '../core/rating.contract.ts';
import { takesScore } from '../core/rating-rule.ts';
import { ratingPart } from './page/rating-part.ts';
import { askedSince, insertRatings, latestRating, type NewRating, readRatingSettings } from './rating.store.ts';
import { saveRatingCounts } from './rating-daily.store.ts';
import { ratingToken } from './token.ts';

const DAY_MS = 86_400_000;
const SILENT: AftercareRound = { closing: () => null, save: async () => {} };

interface CaseItems {
  theme: string | null;
  productId: string | null;
  teamId: string | null;
  ownerId: string | null;
  mergedIntoId: string | null;
}

/** What the answering room is handed: it knows nothing of ratings but this. */
export function createAftercare(sealer: Sealer): Aftercare {
  return {
    open: (tx, env, about) => openRound(tx, env, sealer, about),
    async onPage(tx, { caseId, reporter, language, now }) {
      const rating = await latestRating(tx, caseId, reporter);
      if (!rating) return null;
      const facts = { ...rating, expiresAtMs: rating.expiresAt.getTime() };
      const takes = takesScore({ ...facts, answeredAtMs: rating.answeredAt?.getTime() ?? null }, now.getTime());
      if (!takes && rating.score === null) return null;
      const path = `/r/${ratingToken(sealer, tx.workspaceId, rating.id).token}`;
      return ratingPart({ language, path, score: rating.score, takes });
    },
  };
}

async function openRound(
  tx: Tx,
  env: Env,
  sealer: Sealer,
  about: { caseId: string; resolution: number; reporters: readonly Reporter[]; origin: string },
): Promise<AftercareRound> {
  const settings = await readRatingSettings(tx);
  if (!settings.enabled || about.reporters.length === 0) return SILENT;
  const items = await tx.maybe<CaseItems>(sql`
    SELECT theme, product_id AS "productId", team_id AS "teamId", owner_id AS "ownerId", merged_into AS "mergedIntoId"
    FROM cases_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${about.caseId}`);
  if (!items || items.mergedIntoId) return SILENT;
  const since = new Date(env.now.getTime() - settings.cooldownDays * DAY_MS);
  const personIds = about.reporters.flatMap((reporter) => reporter.personId ?? []);
  const tired =
    settings.cooldownDays > 0 ? await askedSince(tx, { personIds, caseId: about.caseId, since }) : new Set();
  const asked: NewRating[] = [];
  return {
    closing(reporter, way) {
      if (reporter.personId && tired.has(reporter.personId)) return null;
      // Where everybody reads along there is no way to ask him alone.
      if (way.way === 'task' && !way.mayCarryLink) return null;
      const id = newId('rat');
      const { token, hash } = ratingToken(sealer, tx.workspaceId, id);
      const { key, personId, feedbackId } = reporter;
      asked.push({ id, tokenHash: hash, reporter: key, personId, feedbackId, way: way.way, channel: way.channel });
      return way.way === 'page' ? null : questionOf(way, `${about.origin}/r/${token}`);
    },
    async save() {
      if (asked.length === 0) return;
      const askedOn = dayReader(await timeZoneOf(tx))(env.now.getTime());
      const expiresAt = new Date(env.now.getTime() + settings.expiryDays * DAY_MS);
      const { caseId, resolution } = about;
      const fresh = await insertRatings(tx, { ...items, caseId, resolution, askedOn, now: env.now, expiresAt }, asked);
      const news = asked.filter((one) => fresh.has(one.id));
      if (news.length === 0) return;
      await saveRatingCounts(
        tx,
        news.map(({ channel }) => ({
          items: {
            askedOn,
            channel,
            team: items.teamId,
            member: items.ownerId,
            theme: items.theme,
            product: items.productId,
          },
          asked: 1,
          unanswered: 0,
          score: null,
          sign: 1,
        })),
      );
      const ratingIds = news.map((one) => one.id);
      await tell(tx, env, ratingAsked, { subject: caseId, data: { ratingIds, caseId, resolution } });
    },
  };
}

/** Five links in a letter, each opening the page with that score chosen; one short line in a chat or on the phone. */
function questionOf({ way, language }: ClosingWay, link: string): string {
  const t = translator(language);
  if (way === 'task') return t('ratings:ask.short', { link });
  const lines = [1, 2, 3, 4, 5].map((score) =>
    t('ratings:ask.line', {
      score,
      stars: '★'.repeat(score) + '☆'.repeat(5 - score),
      word: t(`ratings:score.${score}`),
      link: `${link}?score=${score}`,
    }),
  );
  return [t('ratings:ask.question'), ...lines].join('\n');
}
