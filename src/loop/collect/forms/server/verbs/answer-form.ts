// A customer answers some or all questions; what he says is saved before he is shown the next.
import { ok, type RefusalDetail, type Result, refuse } from '../../../../../kit/result.ts';
import type { AnswerState, Answers, AnswerValue, FormDefinition, FormLanguage } from '../../core/form.contract.ts';
import { isScreened } from '../../core/quota.ts';
import { readValue } from '../../core/read-value.ts';
import { walkForm } from '../../core/walk-form.ts';
import { saveAnswers } from '../answer.store.ts';
import { type BeginRefusal, beginAnswer, dropAt, findAnswer, type Visitor } from '../find-answer.ts';
import { type FormDesk, formEnv } from '../form-desk.ts';
import { settleAnswer } from '../settle-answer.ts';
import { findByKey, findForm, readVersion } from '../stored-form.reads.ts';
import { readQuotaCounts } from '../sum.reads.ts';

export interface FormAnswering {
  key: string;
  visitor: Visitor;
  /** Values by question; null takes one back or passes it over. */
  changes: Answers;
  language: FormLanguage | null;
  embedded: boolean;
  /** Pass over what was not answered. */
  finish: boolean;
}

export interface AnsweredForm {
  answerId: string;
  /** Only of an answer just begun. */
  token: string | null;
  state: AnswerState;
  next: string | null;
  progress: number;
}

/** @returns `invalid` names each value at fault as `answers.<question>` and saves nothing */
export async function answerForm(
  desk: FormDesk,
  now: Date,
  input: FormAnswering,
): Promise<Result<AnsweredForm, 'not_found' | 'invalid' | BeginRefusal>> {
  // permit: whoever knows the public key
  const found = await findByKey(desk.database.machine, input.key);
  if (!found) return refuse('not_found');
  return desk.database.workspace(found.workspaceId).write(async (tx) => {
    // load
    const form = await findForm(tx, found.formId);
    if (!form || form.version === 0) return refuse('not_found');
    const language = input.language ?? form.settings.language;
    // Faults are found before anything is begun, so that a wrong value leaves no empty answer behind.
    const here = await findAnswer(tx, desk, form, input.visitor);
    const early = readChanges(form.definition, input.changes);
    if (!early.ok && !here.answer) return early;
    const begun = await beginAnswer(tx, desk, form, input.visitor, here, { language, embedded: input.embedded, now });
    if (!begun.ok) return begun;
    const { answer, token } = begun.value;
    const definition = (await readVersion(tx, form.id, answer.version))!;
    // decide
    const changes = readChanges(definition, input.changes);
    if (!changes.ok) return changes;
    const given = { ...answer.answers, ...changes.value };
    const answers = input.finish ? passOver(definition, given) : given;
    const way = walkForm(definition.questions, answers);
    if (input.finish && way.next) return refuse('invalid', [{ path: `answers.${way.next}`, code: 'answer_required' }]);
    const { quota, answerQuota } = form.settings;
    const counts =
      way.next && (quota !== null || answerQuota)
        ? await readQuotaCounts(tx, form.id, answerQuota?.question ?? null)
        : null;
    const screened = counts !== null && isScreened(form.settings, counts, answers);
    // save
    await saveAnswers(tx, desk.gate.sealer, answer.id, { answers, language, now, dropAt: dropAt(form, now) });
    const ends = screened ? 'screened' : way.next === null ? 'completed' : null;
    // tell
    const env = formEnv(tx, now);
    const state = ends
      ? await settleAnswer(tx, env, desk, { ...answer, language, answers }, definition, ends)
      : answer.state;
    return ok({ answerId: answer.id, token, state, next: ends ? null : way.next, progress: ends ? 1 : way.progress });
  });
}

function readChanges(definition: FormDefinition, changes: Answers): Result<Record<string, AnswerValue>, 'invalid'> {
  const read: Record<string, AnswerValue> = {};
  const faults: RefusalDetail[] = [];
  for (const [id, raw] of Object.entries(changes)) {
    const question = definition.questions.find((one) => one.id === id);
    const value = question ? readValue(question, raw) : refuse('unknown_question');
    if (value.ok) read[id] = value.value;
    else faults.push({ path: `answers.${id}`, code: value.reason });
  }
  return faults.length > 0 ? refuse('invalid', faults) : ok(read);
}

/** Every question on the way that needs no answer and got none counts as passed over. */
function passOver(definition: FormDefinition, answers: Answers): Answers {
  const all = { ...answers };
  for (;;) {
    const { next } = walkForm(definition.questions, all);
    const question = definition.questions.find((one) => one.id === next);
    if (!question || question.required) return all;
    all[question.id] = null;
  }
}
