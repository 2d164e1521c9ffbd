// Reads what the rating page shows: the shop, the case's number, the reader's language and his status page.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { LANGUAGES, type Language } from '../../../../platform/i18n/translate.ts';
import { type AnswerDesk, readCase, readShop, type ShopFacts } from '../../../answer/desk/server/door.ts';
import { statusLinkPath } from '../../../answer/links/server/door.ts';
import { CHANGE_MS } from '../core/rating.contract.ts';
import { takesScore } from '../core/rating-rule.ts';
import { readRating, type StoredRating } from './rating.store.ts';

export interface RatingPageFacts {
  rating: StoredRating;
  shop: ShopFacts;
  number: number;
  /** What we know of the person's language; null when nothing. */
  language: Language | null;
  statusPath: string | null;
  until: Date | null;
}

/** Everything for the page, or nothing when the question is closed and was never answered. */
export async function readRatingPage(
  tx: Tx,
  desk: AnswerDesk,
  ratingId: string,
  now: Date,
): Promise<RatingPageFacts | undefined> {
  const rating = await readRating(tx, ratingId);
  if (!rating) return undefined;
  const { answeredAt, expiresAt } = rating;
  const facts = { state: rating.state, expiresAtMs: expiresAt.getTime(), answeredAtMs: answeredAt?.getTime() ?? null };
  const takes = takesScore(facts, now.getTime());
  if (!takes && rating.score === null) return undefined;
  const found = await readCase(tx, rating.caseId);
  if (!found) return undefined;
  const locale = rating.personId
    ? await tx.maybe<{ locale: string | null }>(
        sql`SELECT locale FROM people_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${rating.personId}`,
      )
    : undefined;
  return {
    rating,
    shop: await readShop(tx),
    number: found.number,
    language: LANGUAGES.find((language) => language === locale?.locale) ?? null,
    statusPath: await statusLinkPath(tx, desk.sealer, { subject: rating.caseId, reporter: rating.reporter, now }),
    until: takes ? (answeredAt ? new Date(answeredAt.getTime() + CHANGE_MS) : expiresAt) : null,
  };
}

/** What a person is called; null when nobody knows. */
export async function personNameOf(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx.maybe<{ name: string | null }>(
    sql`SELECT name FROM people_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`,
  );
  return row?.name ?? null;
}
