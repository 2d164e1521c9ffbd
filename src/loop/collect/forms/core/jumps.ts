// Decides where an answer leads: the first jump that holds, else the next question.
import { type AnswerValue, END, type FormQuestion, type Jump } from './form.contract.ts';

/** Whether a jump's condition holds for a value already read by `readValue`; null stands for no answer. */
export function jumpHolds(jump: Jump, value: AnswerValue): boolean {
  switch (jump.op) {
    case 'always':
      return true;
    case 'answered':
      return value !== null;
    case 'unanswered':
      return value === null;
    case 'at_most':
      return typeof value === 'number' && typeof jump.value === 'number' && value <= jump.value;
    case 'at_least':
      return typeof value === 'number' && typeof jump.value === 'number' && value >= jump.value;
    case 'is':
      return typeof value === 'number' ? value === jump.value : chosen(value).includes(String(jump.value));
    case 'is_not':
      if (value === null) return false;
      return typeof value === 'number' ? value !== jump.value : !chosen(value).includes(String(jump.value));
    case 'includes':
      return chosen(value).includes(String(jump.value));
    case 'excludes':
      return value !== null && !chosen(value).includes(String(jump.value));
  }
}

function chosen(value: AnswerValue): readonly string[] {
  return typeof value === 'object' && value !== null && 'options' in value ? value.options : [];
}

/**
 * Index of the question that follows `index` when it was answered with `value`; `questions.length` is the end. A jump to a
 * place that is not ahead is passed over, so that no way can ever turn back.
 */
export function nextIndex(questions: readonly FormQuestion[], index: number, value: AnswerValue): number {
  for (const jump of questions[index]!.jumps) {
    if (!jumpHolds(jump, value)) continue;
    if (jump.to === END) return questions.length;
    const target = questions.findIndex((question) => question.id === jump.to);
    if (target > index) return target;
  }
  return index + 1;
}

/** Values that stand for every value a question can have as far as its jumps can tell them apart. */
export function sampleValues(question: FormQuestion): AnswerValue[] {
  const unanswered: AnswerValue[] = question.required ? [] : [null];
  switch (question.kind) {
    case 'nps':
      return [...unanswered, ...span(0, 10)];
    case 'csat':
      return [...unanswered, ...span(1, 5)];
    case 'ces':
      return [...unanswered, ...span(1, 7)];
    case 'single':
      return [...unanswered, ...optionIds(question).map((id) => ({ options: [id] }))];
    case 'multiple':
      return [...unanswered, ...choices(question)];
    case 'short_text':
    case 'long_text':
      return [...unanswered, 'x'];
    case 'matrix':
      return [...unanswered, { rows: Object.fromEntries(question.rows.map((row) => [row.id, 1])) }];
  }
}

/** Ids a choice question offers, `other` included. */
export function optionIds(question: FormQuestion): string[] {
  return [...question.options.map((option) => option.id), ...(question.other ? ['other'] : [])];
}

/** Subsets of the options that jumps name, each filled up with one that none names where it would be empty. */
function choices(question: FormQuestion): AnswerValue[] {
  const all = optionIds(question);
  const named = all.filter((id) => question.jumps.some((jump) => jump.value === id));
  const spare = all.find((id) => !named.includes(id));
  const most = question.atMost ?? all.length;
  const values: AnswerValue[] = [];
  for (let bits = 0; bits < 2 ** named.length; bits += 1) {
    const options = named.filter((_, position) => bits & (1 << position));
    if (options.length > most) continue;
    if (options.length > 0) values.push({ options });
    else if (spare) values.push({ options: [spare] });
  }
  return values;
}

function span(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, step) => low + step);
}
