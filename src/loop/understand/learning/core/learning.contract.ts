// What others may know of learning: the versions of a shop's engine, what came of a lesson, and the news of both.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { defineEvent } from '../../../../kit/event.ts';

export const SHOP_ENGINE_STATES = ['active', 'superseded', 'rolled_back', 'refused', 'outdated', 'aside'] as const;
export const LEARNING_CAUSES = ['corrections', 'nightly', 'by_hand', 'new_base'] as const;
export type LearningCause = (typeof LEARNING_CAUSES)[number];
/** Why a version was not taken. */
export const REFUSED_BECAUSE = ['not_better', 'nothing_learned'] as const;

/** Agreement with the newest lessons that were left out of the learning, 0-1. */
export const shadowView = z.object({
  lessons: z.number().int(),
  /** Of them those a person called neutral: right where the label was neutral; the others where the side was right. */
  neutral: z.number().int(),
  base: z.number(),
  shop: z.number(),
});

export const shopEngineView = z
  .object({
    id: z.string(),
    /** 1, 2, 3 … as people call it. */
    number: z.number().int(),
    state: z.enum(SHOP_ENGINE_STATES),
    base: z.string(),
    engine: z.string(),
    lessons: z.number().int(),
    unlabelled: z.number().int(),
    /** The part learned from the shop's own words without labels was kept. */
    isSelfTrained: z.boolean(),
    shadow: shadowView.nullable(),
    cause: z.enum(LEARNING_CAUSES),
    reason: z.enum(REFUSED_BECAUSE).nullable(),
    byName: z.string(),
    madeAt: z.string(),
    endedAt: z.string().nullable(),
    /** It can be put in force: its weights are kept and stand on the present base. */
    canReturn: z.boolean(),
  })
  .meta({ id: 'ShopEngine' });
export type ShopEngineView = z.output<typeof shopEngineView>;

export const learningView = z
  .object({
    isOn: z.boolean(),
    selfTraining: z.boolean(),
    /** Somebody chose the version (or the base) by hand; it stays, and what is learned meanwhile is kept aside. */
    isHeld: z.boolean(),
    /** `name@version`, with `+id` where the shop's own version judges. */
    engine: z.string(),
    base: z.string(),
    active: shopEngineView.nullable(),
    /** Decisions of people that can be learned from, and those of them no version knows yet. */
    lessons: z.number().int(),
    fresh: z.number().int(),
    /** `asked`: a learning is about to run or running. */
    state: z.enum(['idle', 'asked']),
    learnedAt: z.string().nullable(),
  })
  .meta({ id: 'Learning' });
export type LearningView = z.output<typeof learningView>;

export const getLearningRoute = route({
  id: 'getLearning',
  method: 'GET',
  path: '/api/v1/learning',
  summary: 'Whether the engine learns in this shop, from how many decisions, and which version judges',
  access: 'feedback.read',
  ok: learningView,
});

export const setLearningRoute = route({
  id: 'setLearning',
  method: 'PUT',
  path: '/api/v1/learning',
  summary: 'Switch learning on or off (off, the base judges and lessons are kept), or let it choose the version again',
  access: 'judgement.rerun',
  body: z.object({
    isOn: z.boolean(),
    selfTraining: z.boolean(),
    /** `false`: learning chooses the version again. Only choosing a version holds it. */
    isHeld: z.literal(false).optional(),
  }),
  ok: learningView,
});

export const learnNowRoute = route({
  id: 'learnNow',
  method: 'POST',
  path: '/api/v1/learning/lessons',
  summary: 'Learn now from what people decided; runs in the background',
  access: 'judgement.rerun',
  ok: learningView,
  status: 202,
  refusals: ['learning_off', 'nothing_to_learn'],
});

export const chooseShopEngineRoute = route({
  id: 'chooseShopEngine',
  method: 'PUT',
  path: '/api/v1/learning/version',
  summary: 'Put a version of the shop in force, or the base (`null`); it stays until learning may choose again',
  access: 'judgement.rerun',
  body: z.object({ id: z.string().nullable() }),
  ok: learningView,
  refusals: ['not_found', 'learning_off', 'already_active', 'version_gone'],
});

export const listShopEnginesRoute = route({
  id: 'listShopEngines',
  method: 'GET',
  path: '/api/v1/shop-engines',
  summary: 'Versions of this shop, newest first, with the score each had before it was taken or refused',
  access: 'feedback.read',
  query: pageQuery,
  ok: pageOf(shopEngineView),
});

/** What came of correcting one feedback. */
export const lessonView = z
  .object({
    /** `none`: nobody decided anything here; `waiting`: about to be learned; `off`: learning is switched off. */
    state: z.enum(['none', 'waiting', 'off', 'kept', 'learned']),
    version: z.object({ number: z.number().int(), engine: z.string() }).nullable(),
    /** Much like it and judged again, and how many of those carry another label now. */
    alike: z.number().int(),
    changed: z.number().int(),
    changes: z.array(z.object({ feedbackId: z.string(), text: z.string(), from: z.string(), to: z.string() })),
    at: z.string().nullable(),
  })
  .meta({ id: 'Lesson' });
export type LessonView = z.output<typeof lessonView>;

export const getLessonRoute = route({
  id: 'getLesson',
  method: 'GET',
  path: '/api/v1/feedback/:id/lesson',
  summary: 'What the engine learned from the corrections of one feedback, and which voices like it changed',
  access: 'feedback.read',
  params: z.object({ id: z.string() }),
  ok: lessonView,
  refusals: ['not_found'],
});

/** A version was made. Subject: the version. */
export const learningLearned = defineEvent(
  'learning.learned',
  z.object({
    number: z.number(),
    engine: z.string(),
    lessons: z.number(),
    taken: z.boolean(),
    reason: z.string().nullable(),
  }),
);
/** Voices like the corrected ones were judged again. Subject: null; at most 50 ids. */
export const learningApplied = defineEvent(
  'learning.applied',
  z.object({ feedbackIds: z.array(z.string()), alike: z.number(), changed: z.number() }),
);
/** Another version was put in force by hand; `number` 0 is the base. */
export const learningChosen = defineEvent(
  'learning.chosen',
  z.object({ from: z.number(), number: z.number(), engine: z.string() }),
);
export const learningSwitched = defineEvent(
  'learning.switched',
  z.object({ isOn: z.boolean(), selfTraining: z.boolean() }),
);

export const learningRoutesList = [
  getLearningRoute,
  setLearningRoute,
  learnNowRoute,
  chooseShopEngineRoute,
  listShopEnginesRoute,
  getLessonRoute,
] as const;
