// Reads one answer to one question into the form it is kept in, or names what is wrong with it.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { type AnswerValue, type FormQuestion, MAX_WORDS, SCALES } from './form.contract.ts';
import { optionIds } from './jumps.ts';

export type ValueFault =
  | 'answer_required'
  | 'answer_out_of_range'
  | 'answer_wrong_kind'
  | 'unknown_option'
  | 'too_many_options'
  | 'too_large_text'
  | 'row_missing';

/** @returns the value to keep; null where it was left out and may be */
export function readValue(question: FormQuestion, raw: AnswerValue): Result<AnswerValue, ValueFault> {
  const value = plain(question, raw);
  if (!value.ok) return value;
  if (value.value === null && question.required) return refuse('answer_required');
  return value;
}

function plain(question: FormQuestion, raw: AnswerValue): Result<AnswerValue, ValueFault> {
  if (raw === null) return ok(null);
  switch (question.kind) {
    case 'nps':
    case 'csat':
    case 'ces': {
      if (typeof raw !== 'number') return refuse('answer_wrong_kind');
      const [low, high] = SCALES[question.kind];
      return Number.isInteger(raw) && raw >= low && raw <= high ? ok(raw) : refuse('answer_out_of_range');
    }
    case 'short_text':
    case 'long_text': {
      if (typeof raw !== 'string') return refuse('answer_wrong_kind');
      const text = raw.trim();
      return text.length > MAX_WORDS[question.kind] ? refuse('too_large_text') : ok(text === '' ? null : text);
    }
    case 'single':
    case 'multiple':
      return readChoice(question, raw);
    case 'matrix':
      return readRows(question, raw);
  }
}

function readChoice(question: FormQuestion, raw: AnswerValue): Result<AnswerValue, ValueFault> {
  if (typeof raw !== 'object' || raw === null || !('options' in raw)) return refuse('answer_wrong_kind');
  const known = optionIds(question);
  const options = known.filter((id) => raw.options.includes(id));
  if (raw.options.some((id) => !known.includes(id))) return refuse('unknown_option');
  const most = question.kind === 'single' ? 1 : (question.atMost ?? known.length);
  if (options.length > most) return refuse('too_many_options');
  if (options.length === 0) return ok(null);
  const other = options.includes('other') ? (raw.other ?? '').trim() : '';
  if (other.length > MAX_WORDS.other) return refuse('too_large_text');
  return ok(other === '' ? { options } : { options, other });
}

function readRows(question: FormQuestion, raw: AnswerValue): Result<AnswerValue, ValueFault> {
  if (typeof raw !== 'object' || raw === null || !('rows' in raw)) return refuse('answer_wrong_kind');
  const rows: Record<string, number> = {};
  const given = Object.entries(raw.rows);
  if (given.some(([id]) => !question.rows.some((row) => row.id === id))) return refuse('unknown_option');
  for (const [id, score] of given) {
    if (!Number.isInteger(score) || score < 1 || score > question.scale) return refuse('answer_out_of_range');
    rows[id] = score;
  }
  if (given.length === 0) return ok(null);
  if (question.required && given.length < question.rows.length) return refuse('row_missing');
  return ok({ rows });
}
