// What others may know of ratings: who was asked how it went, what he answered, and the figures made of it.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';

/** Characters in a comment. */
export const MAX_COMMENT = 1000;
/** How long a given score may still be changed; the last one counts. */
export const CHANGE_MS = 24 * 3_600_000;
/** Scores that mean "not helped"; they open the case again. */
export const LOW_SCORE = 2;
/** Scores that count as satisfied: the usual top two boxes. */
export const GOOD_SCORE = 4;

/** One event for everybody asked in one go, at most 200. Subject: the case. */
export const ratingAsked = defineEvent(
  'rating.asked',
  z.object({ ratingIds: z.array(z.string()), caseId: z.string(), resolution: z.number().int() }),
);
/** Subject: the case. Told again when the score is changed; `before` is then what it was. */
export const ratingGiven = defineEvent(
  'rating.given',
  z.object({
    ratingId: z.string(),
    caseId: z.string(),
    resolution: z.number().int(),
    score: z.number().int(),
    before: z.number().int().nullable(),
    personId: z.string().nullable(),
    /** The person, or the voice where nobody knows who spoke. */
    reporter: z.string(),
    commented: z.boolean(),
  }),
);
/** A low score has opened the case again, or would have, were it not open already. Subject: the case. */
export const ratingAlarmed = defineEvent(
  'rating.alarmed',
  z.object({ ratingId: z.string(), caseId: z.string(), score: z.number().int(), reopened: z.boolean() }),
);
export const ratingSettingsChanged = defineEvent('rating.settings_changed', z.object({}));

/** What scores are counted by; the facts of the case at the moment of asking. */
export const RATING_DIMENSIONS = ['team', 'member', 'channel', 'theme', 'product'] as const;
export type RatingDimension = (typeof RATING_DIMENSIONS)[number];

export const RATING_STATES = ['asked', 'answered', 'unanswered'] as const;
export type RatingState = (typeof RATING_STATES)[number];

export const ratingSettings = z
  .object({
    enabled: z.boolean(),
    /** One person is asked at most once in so many days; 0 asks every time. */
    cooldownDays: z.number().int().min(0).max(365),
    /** A question closes after so many days. */
    expiryDays: z.number().int().min(1).max(60),
  })
  .meta({ id: 'RatingSettings' });
export type RatingSettings = z.output<typeof ratingSettings>;
export const DEFAULT_RATING_SETTINGS: RatingSettings = { enabled: true, cooldownDays: 7, expiryDays: 14 };

/** A share with Wilson's 95 % interval; `share` null when nothing was counted. */
export const shareView = z
  .object({ share: z.number().nullable(), low: z.number(), high: z.number(), count: z.number(), of: z.number() })
  .meta({ id: 'Share' });

const csatFigures = z.object({
  /** Ratings of 4 and 5 among the answered. */
  csat: shareView,
  /** The answered among the asked. */
  response: shareView,
  /** Mean score; null when nobody answered. */
  average: z.number().nullable(),
});

export const ratingSummary = csatFigures
  .extend({
    /** Calendar days of the workspace on which people were asked, both included. */
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    /** How many gave 1 … 5. */
    scores: z.array(z.number()).length(5),
    /** Asked and still within their time; they may yet answer. */
    open: z.number(),
    /** Days up to a fortnight, weeks beyond; a stretch without answers has a `share` of null. */
    trend: z.array(csatFigures.extend({ from: z.string(), to: z.string() })),
    by: z.enum(RATING_DIMENSIONS).nullable(),
    /** Most asked first, at most 50. */
    groups: z.array(csatFigures.extend({ key: z.string(), name: z.string() })),
  })
  .meta({ id: 'RatingSummary' });
export type RatingSummary = z.output<typeof ratingSummary>;

export const ratingView = z
  .object({
    id: z.string(),
    case: z.object({ id: z.string(), number: z.number().int(), title: z.string(), status: z.string() }),
    resolution: z.number().int(),
    person: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    way: z.enum(['email', 'task', 'page']),
    channel: z.string(),
    state: z.enum(RATING_STATES),
    score: z.number().int().nullable(),
    /** Personal data in it is masked. */
    comment: z.string().nullable(),
    askedAt: z.string(),
    answeredAt: z.string().nullable(),
    /** Earlier scores, oldest first; empty unless it was changed. */
    earlier: z.array(z.object({ score: z.number().int(), at: z.string() })),
  })
  .meta({ id: 'Rating' });
export type RatingView = z.output<typeof ratingView>;

const facts = {
  team: z.string().max(60).optional(),
  member: z.string().max(60).optional(),
  channel: z.string().max(60).optional(),
  theme: z.string().max(60).optional(),
  product: z.string().max(60).optional(),
};

export const ratingSummaryRoute = route({
  id: 'getRatingSummary',
  method: 'GET',
  path: '/api/v1/verify/ratings/summary',
  summary: 'CSAT of a period with its response rate, intervals, trend and one breakdown',
  access: 'verify.read',
  query: z.object({
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    by: z.enum(RATING_DIMENSIONS).optional(),
  }),
  ok: ratingSummary,
  refusals: ['invalid_period'],
});
export const listRatingsRoute = route({
  id: 'listRatings',
  method: 'GET',
  path: '/api/v1/verify/ratings',
  summary: 'The ratings behind the figures, newest first',
  access: 'verify.read',
  query: pageQuery.extend({
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    state: z.enum(RATING_STATES).optional(),
    /** `1,2` for the low ones. */
    score: z
      .string()
      .regex(/^[1-5](,[1-5])*$/, 'score_invalid')
      .optional(),
    caseId: z.string().max(60).optional(),
    ...facts,
  }),
  ok: pageOf(ratingView),
});
export const getRatingSettingsRoute = route({
  id: 'getRatingSettings',
  method: 'GET',
  path: '/api/v1/verify/rating-settings',
  summary: 'Who is asked for a rating, and how often',
  access: 'verify.read',
  ok: ratingSettings,
});
export const setRatingSettingsRoute = route({
  id: 'setRatingSettings',
  method: 'PUT',
  path: '/api/v1/verify/rating-settings',
  summary: 'Change who is asked for a rating; questions already asked keep their time',
  access: 'verify.edit',
  body: ratingSettings,
  ok: ratingSettings,
});

const token = z.object({ token: z.string().max(200) });
const pageLook = z
  .object({
    lang: z.string().max(20).optional(),
    score: z.string().max(5).optional(),
    said: z.string().max(20).optional(),
  })
  .loose();

export const ratingPageRoute = route({
  id: 'ratingPage',
  method: 'GET',
  path: '/r/:token',
  summary: 'The page on which a reporter rates how his case was handled; looking at it records nothing',
  access: 'public',
  params: token,
  query: pageLook,
  ok: z.string(),
  answer: 'page',
  perMinute: 120,
});
export const giveRatingRoute = route({
  id: 'giveRating',
  method: 'POST',
  path: '/r/:token',
  summary: 'The reporter gives a score and, if he likes, a comment; within a day he may change it',
  access: 'public',
  params: token,
  query: pageLook,
  // A person with a browser must get a page in his language for any wrong input, so the form is read by hand.
  body: z.record(z.string(), z.unknown()).nullish(),
  bodyKind: 'form',
  bodyLimit: 64 * 1024,
  ok: z.string(),
  answer: 'page',
  perMinute: 20,
});
