// Draws a page of a questionnaire that is still being written, with plain signs where words are missing.
import type { FormDefinition, FormLanguage, Words } from '../../core/form.contract.ts';
import { endPage, type FormFrame, questionPage } from './form-page.ts';

/** @param at id of the question, `thanks` for the last page; the first question when left out or gone */
export function previewPage(
  shop: string,
  definition: FormDefinition,
  language: FormLanguage,
  at: string | null,
): string {
  const shown: FormDefinition = {
    ...definition,
    title: orDots(definition.title),
    questions: definition.questions.map((question) => ({
      ...question,
      title: orDots(question.title),
      options: question.options.map((option) => ({ ...option, text: orDots(option.text) })),
      rows: question.rows.map((row) => ({ ...row, text: orDots(row.text) })),
    })),
  };
  const frame: FormFrame = { shop, language, definition: shown, address: null, embedded: false };
  const index = Math.max(
    0,
    shown.questions.findIndex((question) => question.id === at),
  );
  const question = shown.questions[index];
  if (at === 'thanks' || !question) return endPage(frame, 'thanks');
  return questionPage(frame, {
    questionId: question.id,
    value: null,
    progress: index / shown.questions.length,
    isFirst: index === 0,
    isLast: index === shown.questions.length - 1,
    problem: null,
    token: null,
  });
}

function orDots(words: Words): Words {
  return { 'zh-CN': words['zh-CN'] || '……', en: words.en || '…' };
}
