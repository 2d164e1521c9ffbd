// Ends an answer, once: its words and scores pass the gate, the sums grow, the news is told, all in one transaction.
import { type Env, tell } from '../../../../ground/env.ts';
import { hintOf } from '../../../../ground/people/server/door.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import type { FeedbackDraft } from '../../intake/core/feedback.contract.ts';
import { recordInTransaction } from '../../intake/server/door.ts';
import { type AnswerState, type FormDefinition, type GivenScore, SCALES } from '../core/form.contract.ts';
import { formAnswered } from '../core/form-events.contract.ts';
import { isScreened } from '../core/quota.ts';
import { ratingOf, scoresOf, wordsOf } from '../core/scoring.ts';
import { quotaLines, sumsOf } from '../core/sums.ts';
import { walkForm } from '../core/walk-form.ts';
import { closeAnswer, type StoredAnswer } from './answer.store.ts';
import type { FormDesk } from './form-desk.ts';
import { markAnswered, readSubject } from './invitation.store.ts';
import { findForm, type StoredForm } from './stored-form.reads.ts';
import { readQuotaCounts } from './sum.reads.ts';
import { addSums } from './sum.store.ts';

/**
 * @param answer held by the caller, still going on
 * @param wish `completed` becomes `screened` where every place is taken; `screened` and `dropped` stay what they are
 * @returns how it ended
 */
export async function settleAnswer(
  tx: Tx,
  env: Env,
  desk: FormDesk,
  answer: StoredAnswer,
  definition: FormDefinition,
  wish: Exclude<AnswerState, 'started'>,
): Promise<AnswerState> {
  const way = walkForm(definition.questions, answer.answers);
  // The form is held so that of two who finish at once only one gets the last place.
  const form = (await findForm(tx, answer.formId, wish === 'completed' ? 'change' : undefined))!;
  const { settings } = form;
  const limited = wish === 'completed' && (settings.quota !== null || settings.answerQuota !== null);
  const counts = limited && (await readQuotaCounts(tx, form.id, settings.answerQuota?.question ?? null));
  const state = counts && isScreened(settings, counts, answer.answers) ? 'screened' : wish;
  const onWay = Object.fromEntries(way.path.flatMap((id) => (id in answer.answers ? [[id, answer.answers[id]!]] : [])));
  const scores = scoresOf(definition.questions, way.path, onWay);
  const subject = answer.invitationId ? await readSubject(tx, answer.invitationId) : null;
  const drafts = await draftsOf(tx, desk, { form, answer, definition, path: way.path, scores, state });
  const outcomes =
    drafts.length > 0
      ? await recordInTransaction(
          desk.gate,
          tx,
          env,
          drafts.map((one) => one.draft),
        )
      : [];
  const texts = drafts.flatMap(({ question }, index) => {
    const feedbackId = outcomes[index]?.id;
    return question && feedbackId ? [{ question, feedbackId }] : [];
  });
  const feedbackId = outcomes[0]?.id ?? null;
  await closeAnswer(tx, answer, { state, scores, answers: onWay, feedbackId, texts, now: env.now });
  const lines = sumsOf(definition.questions, onWay, way.path, way.next, state);
  await addSums(tx, answer, lines, state === 'completed' ? quotaLines(onWay, way.path) : []);
  if (answer.invitationId && state !== 'dropped') await markAnswered(tx, answer.invitationId, env.now);
  await tell(tx, env, formAnswered, {
    subject: form.id,
    data: {
      answerId: answer.id,
      formId: form.id,
      personId: answer.personId,
      caseId: subject?.startsWith('case_') ? subject : null,
      scores,
      dropped: state === 'dropped',
      feedbackId,
    },
  });
  return state;
}

interface Draft {
  /** Null for the sentence that stands for a score without words. */
  question: string | null;
  draft: FeedbackDraft;
}

/** One feedback for each text, the first with the stars; a sentence where a score came without a word. */
async function draftsOf(
  tx: Tx,
  desk: FormDesk,
  input: {
    form: StoredForm;
    answer: StoredAnswer;
    definition: FormDefinition;
    path: readonly string[];
    scores: readonly GivenScore[];
    state: AnswerState;
  },
): Promise<Draft[]> {
  const { form, answer, definition, scores } = input;
  const rating = ratingOf(scores);
  const words = wordsOf(input.path, answer.answers);
  const said: { question: string | null; text: string }[] = [...words];
  if (said.length === 0 && rating) said.push({ question: null, text: sentenceOf(answer, definition, rating.score) });
  if (said.length === 0) return [];
  const person = answer.personId ? await hintOf(tx, desk.gate.sealer, answer.personId) : null;
  const { sku, product, place, batch } = answer.context;
  const first = `form:${answer.id}`;
  return said.map(({ question, text }, index) => ({
    question,
    draft: {
      channel: 'questionnaire',
      externalId: index === 0 ? first : `${first}:${question}`,
      ...(index === 0 ? {} : { followsExternalId: first }),
      text,
      ...(index === 0 && rating ? { rating: rating.stars } : {}),
      ...(sku || product ? { product: { sku, name: product } } : {}),
      ...(person ? { person } : {}),
      ...(answer.orderNo ? { orderNo: answer.orderNo } : {}),
      locale: answer.language,
      meta: {
        formId: form.id,
        form: form.name,
        answerId: answer.id,
        version: answer.version,
        question,
        scores,
        ...(place ? { place } : {}),
        ...(batch ? { batch } : {}),
        ...(input.state === 'completed' ? {} : { ended: input.state }),
      },
    },
  }));
}

/** Nobody wrote a word: the score says it, in the language it was given in. */
function sentenceOf(answer: StoredAnswer, definition: FormDefinition, score: GivenScore): string {
  const [low, high] = SCALES[score.kind];
  const form = definition.title[answer.language] || definition.title['zh-CN'] || definition.title.en;
  return translator(answer.language)(`forms:sentence.${score.kind}`, { form, score: score.score, low, high });
}
