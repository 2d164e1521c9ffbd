// One line of a file in, one line of judgement out: what `huiyin judge` says of a text, and what of a line it cannot read.
import type { JudgeContext, Judgement, TextEngine } from '../../text/judge.contract.ts';
import { findPersonalData } from '../../text/personal-data.ts';
import { type Fault, type Fields, idFirst, isName, type RowFault, readVoice, shown } from './json-lines.ts';
import type { Line } from './line-input.ts';

export interface JudgedLine {
  /** One JSON object without line end; empty for a blank line. */
  json: string;
  fault: RowFault | null;
  isUrgent: boolean;
  isDoubtful: boolean;
  /** What was judged, for whoever wants to ask again; null for a fault or a blank line. */
  judged: { place: Place; text: string; judgement: Judgement } | null;
}

/** The row's own id and its place in the file from 1. */
interface Place {
  id: unknown;
  line: number;
}

const BLANK: JudgedLine = { json: '', fault: null, isUrgent: false, isDoubtful: false, judged: null };

/**
 * @param field the field that holds the text; without it `t`, else `text`.
 * @param line one JSON object; its `id` is handed through, its `rating` (1-5), `channel` and `locale` inform the judgement.
 * @param number the line's place in the file from 1, told with a fault and where the line has no id.
 */
export function judgeLine(
  engine: TextEngine,
  line: Line,
  number: number,
  options: { field?: string | undefined; explain?: boolean | undefined },
): JudgedLine {
  const voice = readVoice(line, options.field);
  if (voice === null) return BLANK;
  const place = { id: voice.id, line: number };
  if ('fault' in voice) return faulty(place, voice.fault);
  const { fields, text } = voice;
  const rating = readRating(fields.rating);
  if (Number.isNaN(rating)) {
    return faulty(place, { error: 'not_a_rating', field: 'rating', value: shown(fields.rating) });
  }
  const judgement = engine.judge(text, { rating, ...contextOf(fields) }, { explain: options.explain === true });
  return {
    json: judgementJson(place, text, judgement, options.explain === true),
    fault: null,
    isUrgent: judgement.urgency.level === 'high',
    isDoubtful: judgement.sentiment.isDoubtful,
    judged: { place, text, judgement },
  };
}

/** The line for a judged text; it tells its place where no id does. */
export function judgementJson({ id, line }: Place, text: string, judged: Judgement, explain: boolean): string {
  const { score, probability, label, confidence, isDoubtful } = judged.sentiment;
  return idFirst(id, {
    line: isName(id) ? undefined : line,
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

/** 1 to 5 as a number or as a text that is one; null where none is given, NaN for anything else. */
function readRating(value: unknown): number | null {
  if (value === undefined || value === null || value === '') return null;
  const rating = typeof value === 'number' ? value : typeof value === 'string' && value.trim() ? Number(value) : NaN;
  return rating >= 1 && rating <= 5 ? rating : NaN;
}

function contextOf({ channel, locale }: Fields): Pick<JudgeContext, 'channel' | 'locale'> {
  return {
    channel: typeof channel === 'string' ? channel : undefined,
    locale: typeof locale === 'string' ? locale : undefined,
  };
}

function faulty({ id, line }: Place, { error, ...where }: Fault): JudgedLine {
  return { ...BLANK, json: idFirst(id, { error, line, ...where }), fault: error };
}
