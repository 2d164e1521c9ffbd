// Reads what a reporter typed into his form: kindly about white space, strictly about length.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { MAX_ANSWER } from './status.contract.ts';

/** @returns the words, trimmed, line breaks as `\n`, without control characters */
export function checkAnswer(value: unknown): Result<string, 'missing_text' | 'too_large_text'> {
  const text = (typeof value === 'string' ? value : '')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take away
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim();
  if (text === '') return refuse('missing_text');
  if ([...text].length > MAX_ANSWER) return refuse('too_large_text');
  return ok(text);
}
