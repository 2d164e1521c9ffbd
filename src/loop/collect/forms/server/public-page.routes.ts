// Binds the questionnaire's page: shows the question whose turn it is, saves what the form sends, goes on or back.
import { onPublic } from '../../../../ground/serve.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { LANGUAGES } from '../../../../platform/i18n/translate.ts';
import { isOwnVisit } from '../../../../platform/pages/own-page.ts';
import { messagePage } from '../../../../platform/pages/page-frame.ts';
import type { Answers, FormDefinition } from '../core/form.contract.ts';
import { availability } from '../core/form-availability.ts';
import { formPageRoute, formStepRoute } from '../core/public-form.contract.ts';
import { isFull } from '../core/quota.ts';
import { readValue } from '../core/read-value.ts';
import { successors, walkForm } from '../core/walk-form.ts';
import { type Found, findAnswer } from './find-answer.ts';
import type { FormDesk } from './form-desk.ts';
import { endPage, type FormFrame, questionPage } from './page/form-page.ts';
import {
  addressOf,
  headers,
  isEmbedded,
  languageOf,
  rememberDevice,
  sendPage,
  type Visit,
  visitorOf,
} from './public-visit.ts';
import { readStep } from './read-step.ts';
import { findByKey, findForm, readShop, readVersion, type StoredForm } from './stored-form.reads.ts';
import { readQuotaCounts } from './sum.reads.ts';
import { answerForm } from './verbs/answer-form.ts';

/** Pages under `/q/`. */
export function formPageRoutes(desk: FormDesk) {
  return [
    onPublic(formPageRoute, async (visit) => {
      const place = await arrive(desk, visit);
      if (!place) return lost(visit);
      rememberDevice(visit);
      const { done } = visit.query;
      if (done === '1' || done === 'full') return end(place, visit, done === '1' ? 'thanks' : 'screened');
      return show(place, visit, {});
    }),
    onPublic(formStepRoute, (visit) => step(desk, visit as Visit)),
  ];
}

interface Place {
  form: StoredForm;
  shop: string;
  answer: Found['answer'];
  /** What this visitor is asked: his version, or the one asked now. */
  definition: FormDefinition;
  /** Why nobody may begin, or `open`. */
  open: string;
}

async function arrive(desk: FormDesk, visit: Visit): Promise<Place | null> {
  const found = await findByKey(desk.database.machine, visit.params.key);
  if (!found) return null;
  // Looking holds the visitor's own answer for a moment, nothing else.
  return desk.database.workspace(found.workspaceId).write(async (tx: Tx) => {
    const form = await findForm(tx, found.formId);
    if (!form || form.version === 0) return null;
    const { answer } = await findAnswer(tx, desk, form, visitorOf(visit));
    const version = answer?.version ?? form.version;
    const definition = (await readVersion(tx, form.id, version))!;
    const full = form.settings.quota !== null && isFull(form.settings, await readQuotaCounts(tx, form.id, null));
    const shop = await readShop(tx);
    return { form, shop: shop.name, answer, definition, open: availability(form, full, visit.now) };
  });
}

async function step(desk: FormDesk, visit: Visit): Promise<typeof sent> {
  const { request } = visit;
  const place = await arrive(desk, visit);
  if (!place) return lost(visit);
  if (!isOwnVisit(visit)) {
    sendPage(visit, 403, messagePage(chosen(visit), 'foreign'), []);
    return sent;
  }
  const { definition } = place;
  const body = visit.body ?? {};
  const question = definition.questions.find((one) => one.id === body.q);
  if (!question) return go(visit, addressOf(visit));
  const raw = readStep(question, body);
  const value = readValue(question, raw);
  const back = body.go === 'back';
  // Going back keeps what is right and asks nothing of the rest.
  if (!value.ok && !back)
    return show(place, visit, { at: question.id, problem: value.reason, typed: { [question.id]: raw } });
  const changes: Answers = value.ok && !(back && value.value === null) ? { [question.id]: value.value } : {};
  const saved = await answerForm(desk, visit.now, {
    key: visit.params.key,
    visitor: visitorOf(visit),
    changes,
    language: languageOf(visit, place.form),
    embedded: isEmbedded(visit),
    finish: false,
  });
  if (!saved.ok) {
    if (saved.reason === 'not_found') return lost(visit);
    // A question of a version that is gone, or an answer that has ended: the page says what is so now.
    return go(visit, addressOf(visit));
  }
  // Where no cookie comes back the answer is known by its token alone.
  const noCookie = !request.cookies.huiyin_q && !visit.query.i;
  const a = noCookie ? (saved.value.token ?? visitorOf(visit).token ?? null) : null;
  if (saved.value.state === 'completed') return go(visit, addressOf(visit, { a: null, done: '1' }));
  if (saved.value.state === 'screened') return go(visit, addressOf(visit, { a: null, done: 'full' }));
  if (!back) return go(visit, addressOf(visit, { a }));
  const answers = { ...place.answer?.answers, ...changes };
  return go(visit, addressOf(visit, { a, at: before(definition, answers, question.id) }));
}

/** The question before this one on his way. */
function before(definition: FormDefinition, answers: Answers, id: string): string | null {
  const { path } = walkForm(definition.questions, answers);
  const index = path.indexOf(id);
  return index > 0 ? path[index - 1]! : (path[0] ?? null);
}

function show(place: Place, visit: Visit, input: { at?: string; problem?: string; typed?: Answers }): typeof sent {
  const { answer, definition, open } = place;
  if (answer && answer.state !== 'started')
    return end(place, visit, answer.state === 'screened' ? 'screened' : 'already');
  if (!answer && open !== 'open') return end(place, visit, open);
  const answers = answer?.answers ?? {};
  const way = walkForm(definition.questions, answers);
  const wish = input.at ?? visit.query.at;
  const at = way.path.find((id) => id === wish) ?? way.next ?? way.path.at(-1);
  // A questionnaire without questions cannot be opened; nothing else leads here.
  if (at === undefined) return end(place, visit, 'closed');
  const index = definition.questions.findIndex((one) => one.id === at);
  const page = questionPage(frameOf(place, visit), {
    questionId: at,
    value: (input.typed ?? answers)[at] ?? null,
    progress: at === way.next ? way.progress : way.path.indexOf(at) / Math.max(1, definition.questions.length),
    isFirst: at === definition.questions[0]?.id,
    isLast: successors(definition.questions)[index]!.every((next) => next === definition.questions.length),
    problem: input.problem ?? null,
    token: visit.query.i ? null : (visitorOf(visit).token ?? null),
  });
  sendPage(visit, input.problem ? 422 : 200, page, place.form.settings.origins);
  return sent;
}

function end(place: Place, visit: Visit, key: string): typeof sent {
  sendPage(visit, 200, endPage(frameOf(place, visit), key), place.form.settings.origins);
  return sent;
}

function frameOf(place: Place, visit: Visit): FormFrame {
  return {
    shop: place.shop,
    language: languageOf(visit, place.form),
    definition: place.definition,
    address: addressOf(visit),
    embedded: isEmbedded(visit),
  };
}

function go(visit: Visit, address: string): typeof sent {
  headers(visit.reply, []).code(303).header('location', address).send();
  return sent;
}

const chosen = (visit: Visit) => LANGUAGES.find((one) => one === visit.query.lang) ?? visit.language;

/** One page for wrong and removed addresses and for drafts, so that guessing teaches nothing. */
function lost(visit: Visit): typeof sent {
  sendPage(visit, 404, messagePage(chosen(visit), 'lost'), []);
  return sent;
}
