// Reads what a page's form sent into a value of the question it asked.
import type { AnswerValue, FormQuestion } from '../core/form.contract.ts';

type Fields = Record<string, unknown>;

const one = (fields: Fields, name: string) => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** @returns null where nothing was chosen or written; what is wrong with the rest `readValue` finds */
export function readStep(question: FormQuestion, fields: Fields): AnswerValue {
  switch (question.kind) {
    case 'nps':
    case 'csat':
    case 'ces':
      return score(one(fields, 'v'));
    case 'short_text':
    case 'long_text':
      return one(fields, 'v')?.replaceAll('\r\n', '\n') ?? null;
    case 'matrix': {
      const rows = question.rows.flatMap((row) => {
        const value = score(one(fields, `r.${row.id}`));
        return value === null ? [] : [[row.id, value] as const];
      });
      return rows.length > 0 ? { rows: Object.fromEntries(rows) } : null;
    }
    case 'single':
    case 'multiple': {
      const given = Object.hasOwn(fields, 'v') ? fields.v : undefined;
      const options = (Array.isArray(given) ? given : [given]).filter((id): id is string => typeof id === 'string');
      const other = one(fields, 'other')?.trim();
      // Whoever writes in the line means it, ticked or not.
      if (other && question.other && question.kind === 'multiple' && !options.includes('other')) options.push('other');
      if (other && question.other && options.length === 0) options.push('other');
      if (options.length === 0) return null;
      return other ? { options, other } : { options };
    }
  }
}

function score(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  return /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
}
