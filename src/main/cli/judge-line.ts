// One line of a file in, one line of judgement out: what `huiyin judge` says of a text, and what of a line it cannot read.
import type { JudgeContext, Judgement, TextEngine } from '../../text/judge.contract.ts';
import { findPersonalData } from '../../text/personal-data.ts';
import { exactId, idFirst } from './json-lines.ts';

export type LineFault = 'not_json' | 'not_an_object' | 'no_text';

export interface JudgedLine {
  /** One JSON object without line end; empty for a blank line. */
  json: string;
  fault: LineFault | null;
  isUrgent: boolean;
  isDoubtful: boolean;
  /** What was judged, for whoever wants to ask again; null for a fault or a blank line. */
  judged: { id: unknown; text: string; judgement: Judgement } | null;
}

const BLANK: JudgedLine = { json: '', fault: null, isUrgent: false, isDoubtful: false, judged: null };

/**
 * @param field the field that holds the text; without it `t`, else `text`.
 * @param line one JSON object; its `id` is handed through, its `rating` (1-5), `channel` and `locale` inform the judgement.
 * @param number the line's place in the file from 1, told with a fault.
 */
export function judgeLine(
  engine: TextEngine,
  line: string,
  number: number,
  options: { field?: string | undefined; explain?: boolean | undefined },
): JudgedLine {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed === '\ufeff') return BLANK;
  let row: unknown;
  try {
    row = JSON.parse(trimmed.charCodeAt(0) === 0xfeff ? trimmed.slice(1) : trimmed);
  } catch {
    return fault('not_json', number, undefined);
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return fault('not_an_object', number, undefined);
  const fields = row as Record<string, unknown>;
  const id = exactId(trimmed, fields.id);
  const text = options.field === undefined ? (fields.t ?? fields.text) : fields[options.field];
  if (typeof text !== 'string') return fault('no_text', number, id);
  const judgement = engine.judge(text, contextOf(fields), { explain: options.explain === true });
  return {
    json: judgementJson(id, text, judgement, options.explain === true),
    fault: null,
    isUrgent: judgement.urgency.level === 'high',
    isDoubtful: judgement.sentiment.isDoubtful,
    judged: { id, text, judgement },
  };
}

/** The line for a judged text. */
export function judgementJson(id: unknown, text: string, judged: Judgement, explain: boolean): string {
  const { score, probability, label, confidence, isDoubtful } = judged.sentiment;
  return idFirst(id, {
    language: judged.language,
    sentiment: { label, score, probability, confidence, isDoubtful },
    class: judged.class,
    intents: judged.intents,
    aspects: judged.aspects,
    urgency: { level: judged.urgency.level, reason: judged.urgency.reason, span: judged.urgency.span },
    spam: judged.spam,
    abuse: judged.abuse,
    pii: findPersonalData(text),
    emotion: judged.emotion,
    themes: judged.themes,
    reasons: explain ? judged.reasons : undefined,
  });
}

function contextOf(fields: Record<string, unknown>): JudgeContext {
  const { rating, channel, locale } = fields;
  return {
    rating: typeof rating === 'number' && rating >= 1 && rating <= 5 ? rating : null,
    channel: typeof channel === 'string' ? channel : undefined,
    locale: typeof locale === 'string' ? locale : undefined,
  };
}

function fault(reason: LineFault, line: number, id: unknown): JudgedLine {
  return {
    json: idFirst(id, { error: reason, line }),
    fault: reason,
    isUrgent: false,
    isDoubtful: false,
    judged: null,
  };
}
