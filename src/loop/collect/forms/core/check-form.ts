// Tells what stands in the way of opening a questionnaire, each fault with the field it is in.
import {
  END,
  type FormDefinition,
  type FormProblem,
  type FormQuestion,
  type FormSettings,
  type Words,
} from './form.contract.ts';
import { optionIds } from './jumps.ts';
import { unreachable } from './walk-form.ts';

/** Operators each kind of question understands. */
export function opsOf(kind: FormQuestion['kind']): readonly string[] {
  switch (kind) {
    case 'nps':
    case 'csat':
    case 'ces':
      return ['at_most', 'at_least', 'is', 'is_not', 'answered', 'unanswered', 'always'];
    case 'single':
      return ['is', 'is_not', 'answered', 'unanswered', 'always'];
    case 'multiple':
      return ['includes', 'excludes', 'answered', 'unanswered', 'always'];
    default:
      return ['answered', 'unanswered', 'always'];
  }
}

/** @returns nothing when it may be opened */
export function checkForm(definition: FormDefinition, settings: FormSettings): FormProblem[] {
  const { questions, languages } = definition;
  const problems: FormProblem[] = [];
  const fault = (path: string, code: string) => problems.push({ path, code });
  const needWords = (words: Words, path: string) => {
    for (const language of languages) if (words[language] === '') fault(`${path}.${language}`, 'words_missing');
  };
  // What may be left out must not be there in one language only.
  const evenWords = (words: Words, path: string) => {
    if (languages.some((language) => words[language] !== '')) needWords(words, path);
  };
  if (new Set(languages).size !== languages.length) fault('definition.languages', 'language_repeated');
  needWords(definition.title, 'definition.title');
  evenWords(definition.intro, 'definition.intro');
  evenWords(definition.thanks, 'definition.thanks');
  if (questions.length === 0) fault('definition.questions', 'questions_missing');
  const seen = new Set<string>();
  for (const [index, question] of questions.entries()) {
    const at = `definition.questions.${index}`;
    if (seen.has(question.id) || question.id === END) fault(`${at}.id`, 'question_name_repeated');
    seen.add(question.id);
    needWords(question.title, `${at}.title`);
    for (const part of ['help', 'low', 'high'] as const) evenWords(question[part], `${at}.${part}`);
    checkOptions(question, at, needWords, fault);
    checkJumps(questions, index, at, fault);
  }
  // A broken jump makes nonsense of what can be reached.
  if (!problems.some((problem) => /\.(jumps|id|options|rows)\b/.test(problem.path))) {
    for (const id of unreachable(questions))
      fault(`definition.questions.${questions.findIndex((question) => question.id === id)}`, 'question_unreachable');
  }
  checkSettings(definition, settings, fault);
  return problems;
}

type Fault = (path: string, code: string) => void;

function checkOptions(
  question: FormQuestion,
  at: string,
  needWords: (words: Words, path: string) => void,
  fault: Fault,
): void {
  const isChoice = question.kind === 'single' || question.kind === 'multiple';
  const items = isChoice ? question.options : question.kind === 'matrix' ? question.rows : [];
  const list = isChoice ? 'options' : 'rows';
  if (isChoice && optionIds(question).length < 2) fault(`${at}.options`, 'options_too_few');
  if (question.kind === 'matrix' && items.length === 0) fault(`${at}.rows`, 'rows_missing');
  if (question.kind === 'multiple' && question.atMost !== null && question.atMost > optionIds(question).length)
    fault(`${at}.atMost`, 'at_most_too_big');
  const ids = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (ids.has(item.id) || (isChoice && item.id === 'other'))
      fault(`${at}.${list}.${index}.id`, 'option_name_repeated');
    ids.add(item.id);
    needWords(item.text, `${at}.${list}.${index}.text`);
  }
}

function checkJumps(questions: readonly FormQuestion[], index: number, at: string, fault: Fault): void {
  const question = questions[index]!;
  const ops = opsOf(question.kind);
  for (const [position, jump] of question.jumps.entries()) {
    const path = `${at}.jumps.${position}`;
    if (!ops.includes(jump.op)) fault(`${path}.op`, 'jump_op_unknown');
    else if (!valueFits(question, jump.op, jump.value)) fault(`${path}.value`, 'jump_value_unknown');
    if (jump.to !== END) {
      const target = questions.findIndex((other) => other.id === jump.to);
      if (target < 0) fault(`${path}.to`, 'jump_target_unknown');
      else if (target <= index) fault(`${path}.to`, 'jump_backwards');
    }
    if (question.jumps.slice(0, position).some((earlier) => earlier.op === 'always')) fault(path, 'jump_never_tried');
  }
}

function valueFits(question: FormQuestion, op: string, value: string | number | null): boolean {
  if (op === 'always' || op === 'answered' || op === 'unanswered') return value === null;
  if (question.kind === 'single' || question.kind === 'multiple')
    return typeof value === 'string' && optionIds(question).includes(value);
  const top = question.kind === 'nps' ? 10 : question.kind === 'csat' ? 5 : 7;
  const bottom = question.kind === 'nps' ? 0 : 1;
  return typeof value === 'number' && Number.isInteger(value) && value >= bottom && value <= top;
}

function checkSettings(definition: FormDefinition, settings: FormSettings, fault: Fault): void {
  const { opensAt, closesAt, answerQuota } = settings;
  if (opensAt && closesAt && Date.parse(closesAt) <= Date.parse(opensAt))
    fault('settings.closesAt', 'closes_before_opens');
  if (!definition.languages.includes(settings.language)) fault('settings.language', 'language_not_spoken');
  if (!answerQuota) return;
  const question = definition.questions.find((one) => one.id === answerQuota.question);
  const values = question && quotaValues(question);
  if (!values || values.length === 0) {
    fault('settings.answerQuota.question', 'quota_question_unknown');
    return;
  }
  for (const [index, limit] of answerQuota.limits.entries())
    if (!values.includes(limit.value)) fault(`settings.answerQuota.limits.${index}.value`, 'quota_value_unknown');
}

/** Values a quota may be set on: options of choices, scores as text. */
export function quotaValues(question: FormQuestion): string[] {
  if (question.kind === 'single' || question.kind === 'multiple') return optionIds(question);
  const scale = { nps: [0, 10], csat: [1, 5], ces: [1, 7] }[question.kind as string];
  return scale ? Array.from({ length: scale[1]! - scale[0]! + 1 }, (_, step) => String(scale[0]! + step)) : [];
}
