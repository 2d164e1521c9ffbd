// A reporter says how it went; a low score opens his case again and calls the people in charge.
import { type Env, tell } from '../../../../../ground/env.ts';
import type { Id } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx, WorkspaceDb } from '../../../../../platform/database/database.ts';
import { translator } from '../../../../../platform/i18n/translate.ts';
import { maskPersonalData } from '../../../../../text/personal-data.ts';
import { alarmCase, noteCustomerMessage, reopenCase } from '../../../../act/cases/server/door.ts';
import { recordAnswer, wordsSince } from '../../../../answer/conversations/server/door.ts';
import { type AnswerDesk, readLivingCase, readShop } from '../../../../answer/desk/server/door.ts';
import { ratingAlarmed, ratingGiven } from '../../core/rating.contract.ts';
import { decideRating, readDraft } from '../../core/rating-rule.ts';
import { readRating, type StoredRating, saveScore } from '../rating.store.ts';
import { type RatingCount, saveRatingCounts } from '../rating-daily.store.ts';
import { personNameOf } from '../rating-page.reads.ts';

/** Comments of one reporter in an hour, counted with his other words. */
const MAX_AN_HOUR = 20;

export type RatingRefusal =
  | 'not_found'
  | 'missing_score'
  | 'too_large_comment'
  | 'too_many_requests'
  | 'rating_settled';

/** @param input.ratingId the rating its secret address opened; it alone says who speaks about what */
export async function giveRating(
  db: WorkspaceDb,
  now: Date,
  desk: AnswerDesk,
  input: { ratingId: string; score: unknown; comment: unknown },
): Promise<Result<null, RatingRefusal>> {
  return db.write(async (tx) => {
    // permit · load: who holds the address is the reporter
    const rating = await readRating(tx, input.ratingId, true);
    if (!rating) return refuse('not_found');
    const draft = readDraft(input.score, input.comment);
    if (!draft.ok) return draft;
    const { score } = draft.value;
    const masked = draft.value.comment === null ? null : maskPersonalData(draft.value.comment).masked;
    // decide
    const decided = decideRating(factsOf(rating), { score, comment: masked }, now.getTime());
    if (!decided.ok) return decided;
    if (!decided.value.isNew) return ok(null);
    const { newWords, alarms } = decided.value;
    const hourAgo = new Date(now.getTime() - 3_600_000);
    if (newWords && (await wordsSince(tx, rating.reporter, hourAgo)) >= MAX_AN_HOUR) return refuse('too_many_requests');
    // save
    const env = await envOf(tx, db, now, rating);
    await saveScore(tx, rating, { score, comment: masked ?? rating.comment, alarmed: alarms, now });
    await saveRatingCounts(tx, countsOf(rating, score));
    const living = await readLivingCase(tx, rating.caseId);
    const caseId = living?.id ?? rating.caseId;
    // His words about how he was treated join the conversation; as a feedback they would open a second case.
    if (newWords) {
      await recordAnswer(tx, env, desk, {
        caseId,
        reporter: reporterOf(rating, now),
        text: draft.value.comment!,
        channel: 'portal',
        name: env.actor.name,
      });
    }
    // tell
    await tell(tx, env, ratingGiven, {
      subject: caseId,
      data: {
        ratingId: rating.id,
        caseId,
        resolution: rating.resolution,
        score,
        before: rating.score,
        personId: rating.personId,
        reporter: rating.reporter,
        commented: newWords,
      },
    });
    if (alarms) await alarm(tx, env, { rating, caseId, score });
    return ok(null);
  });
}

/** Opens the case again; where another case of the same person and theme is open, that one is told instead. */
async function alarm(tx: Tx, env: Env, input: { rating: StoredRating; caseId: string; score: number }): Promise<void> {
  const { rating, caseId, score } = input;
  // His words stand in the conversation; the log of events repeats nobody's words.
  const reopened = await reopenCase(tx, env, { caseId, reason: null, by: 'rating' });
  if (!reopened.ok && reopened.reason === 'open_case_exists') {
    const twin = reopened.details?.find((detail) => detail.code === 'open_case_exists')?.message;
    if (twin?.startsWith('case_')) await noteCustomerMessage(tx, env, { caseId: twin });
  }
  await alarmCase(tx, env, {
    caseId,
    kind: 'rated_low',
    by: null,
    values: { score },
    dedupe: `rated ${rating.id}`,
  });
  await tell(tx, env, ratingAlarmed, {
    subject: caseId,
    data: { ratingId: rating.id, caseId, score, reopened: reopened.ok },
  });
}

function factsOf(rating: StoredRating) {
  return {
    state: rating.state,
    score: rating.score,
    comment: rating.comment,
    expiresAtMs: rating.expiresAt.getTime(),
    answeredAtMs: rating.answeredAt?.getTime() ?? null,
    alarmed: rating.alarmedAt !== null,
  };
}

function countsOf(rating: StoredRating, score: number): RatingCount[] {
  if (score === rating.score) return [];
  const items = {
    askedOn: rating.askedOn,
    team: rating.teamId,
    member: rating.ownerId,
    channel: rating.channel,
    theme: rating.theme,
    product: rating.productId,
  };
  const count = (of: number, sign: 1 | -1): RatingCount => ({ items, asked: 0, unanswered: 0, score: of, sign });
  return rating.score === null ? [count(score, 1)] : [count(rating.score, -1), count(score, 1)];
}

function reporterOf(rating: StoredRating, now: Date) {
  const { reporter, personId, feedbackId } = rating;
  return {
    key: reporter,
    personId,
    feedbackIds: feedbackId ? [feedbackId] : [],
    channel: 'portal',
    feedbackId,
    lastAt: now,
    voiceLocale: null,
  };
}

/** He acts himself, with no permission but what his address gives. */
async function envOf(tx: Tx, db: WorkspaceDb, now: Date, rating: StoredRating): Promise<Env> {
  const shop = await readShop(tx);
  const known = rating.personId ? await personNameOf(tx, rating.personId) : null;
  const name = known ?? translator(shop.locale)('answer:stand_in.person_name');
  return {
    workspace: db.workspaceId as Id<'ws'>,
    actor: { kind: 'person', id: rating.reporter as Id<'per'>, name, permissions: [] },
    now,
    db,
  };
}
