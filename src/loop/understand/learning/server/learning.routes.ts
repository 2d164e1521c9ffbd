// Binds the routes of learning, of the queue of labels to check, and of the accuracy page.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { engineCardRoute, getAccuracyRoute } from '../core/accuracy.contract.ts';
import * as review from '../core/label-review.contract.ts';
import * as contract from '../core/learning.contract.ts';
import { readAccuracy } from './accuracy.reads.ts';
import { publishedCard } from './published-card.ts';
import { listReview, readProgress, readReviewItem } from './review.reads.ts';
import type { ShopEngines } from './shop-engines.ts';
import { chooseVersion } from './verbs/choose-version.ts';
import { decideReview } from './verbs/decide-review.ts';
import { learnNow } from './verbs/learn-now.ts';
import { setLearning } from './verbs/set-learning.ts';
import { skipReview } from './verbs/skip-review.ts';
import { undoReview } from './verbs/undo-review.ts';
import { listVersions, readLearning, readLesson } from './version.reads.ts';

export function learningMountedRoutes(engines: ShopEngines) {
  return [
    on(contract.getLearningRoute, async ({ env }) => ok(await env.db.read((tx) => readLearning(tx, engines, env.now)))),
    on(contract.setLearningRoute, ({ env, body }) => setLearning(env, engines, body)),
    on(contract.learnNowRoute, ({ env }) => learnNow(env, engines)),
    on(contract.chooseShopEngineRoute, ({ env, body }) => chooseVersion(env, engines, body)),
    on(contract.listShopEnginesRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listVersions(tx, engines.base.version, query))),
    ),
    on(contract.getLessonRoute, async ({ env, params }) => {
      const lesson = await env.db.read((tx) => readLesson(tx, params.id));
      return lesson ? ok(lesson) : refuse('not_found');
    }),
    on(review.listReviewItemsRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listReview(tx, { ...query, memberId: env.actor.id }))),
    ),
    on(review.getReviewProgressRoute, async ({ env }) =>
      ok(await env.db.read((tx) => readProgress(tx, env.actor.id, env.now))),
    ),
    on(review.decideReviewRoute, ({ env, params, body }) =>
      decideReview(env, { feedbackId: params.id, sentiment: body.sentiment }),
    ),
    on(review.undoReviewRoute, async ({ env, params, query }) => {
      const undone = await undoReview(env, { feedbackId: params.id });
      if (!undone.ok) return undone;
      const item = await env.db.read((tx) => readReviewItem(tx, params.id, query.source));
      return ok({ feedbackId: params.id, item });
    }),
    on(review.skipReviewRoute, ({ env, params }) => skipReview(env, { feedbackId: params.id })),
    on(getAccuracyRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => readAccuracy(tx, query.days, env.now))),
    ),
    on(engineCardRoute, async ({ query, reply }) => {
      const card = await publishedCard(query.language);
      if (card === null) return refuse('not_found');
      reply.type('text/plain; charset=utf-8').send(card);
      return sent;
    }),
  ];
}
