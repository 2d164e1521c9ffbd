// Reads what `huiyin adapt` is given: corrections and unlabelled texts, a line each, naming every line it cannot use.
import type { Lesson } from '../../text/adapt/adapt.contract.ts';
import {
  ASPECTS,
  type Aspect,
  INTENTS,
  type Intent,
  type Polarity,
  SENTIMENTS,
  type SentimentLabel,
} from '../../text/judge.contract.ts';
import type { Line } from './line-input.ts';
import type { UnreadableLine } from './long-line.ts';

export type LineFault =
  | UnreadableLine['fault']
  | 'not_json'
  | 'not_an_object'
  | 'not_text'
  | 'no_text'
  | 'no_label'
  | 'unknown_sentiment'
  | 'unknown_intent'
  | 'unknown_aspect'
  | 'unknown_flag';

type Read<T> = { value: T } | { fault: LineFault } | null;

const SIDES: ReadonlyMap<string, SentimentLabel> = new Map<string, SentimentLabel>([
  ['1', 'positive'],
  ['0', 'negative'],
  ['-1', 'negative'],
  ['pos', 'positive'],
  ['neg', 'negative'],
  ['neu', 'neutral'],
  ['好评', 'positive'],
  ['差评', 'negative'],
  ['中评', 'neutral'],
]);

/**
 * One correction: `text` or `t`; at least one of `sentiment` (or `label`, or `y`), `intents`, `aspects`, `urgency`, `spam`.
 * A number is a two-class label: 1 in favour, 0 or -1 against, unless `threeClass` says that 0 is neither.
 */
export function readLesson(line: string, threeClass = false): Read<Lesson> {
  const row = parse(line);
  if (row === null || 'fault' in row) return row;
  const { fields } = row;
  const text = fields.t ?? fields.text;
  if (typeof text !== 'string' || text.trim() === '') return { fault: 'no_text' };
  const lesson: Lesson = { text };
  const side = fields.sentiment ?? fields.label ?? fields.y;
  if (side !== undefined && side !== null) {
    const named = nameOf(side).toLowerCase();
    const label =
      threeClass && named === '0' ? 'neutral' : (SENTIMENTS.find((known) => known === named) ?? SIDES.get(named));
    if (label === undefined) return { fault: 'unknown_sentiment' };
    lesson.sentiment = label;
  }
  if (fields.intents !== undefined && fields.intents !== null) {
    const intents = list(fields.intents);
    if (intents === null || !intents.every((one) => INTENTS.includes(one as Intent)))
      return { fault: 'unknown_intent' };
    lesson.intents = intents as Intent[];
  }
  if (fields.aspects !== undefined && fields.aspects !== null) {
    const aspects = readAspects(fields.aspects);
    if (aspects === null) return { fault: 'unknown_aspect' };
    lesson.aspects = aspects;
  }
  const urgent = readUrgency(fields.urgency ?? fields.isUrgent);
  const spam = readFlag(fields.spam ?? fields.isSpam);
  if (urgent === null || spam === null) return { fault: 'unknown_flag' };
  if (urgent !== undefined) lesson.isUrgent = urgent;
  if (spam !== undefined) lesson.isSpam = spam;
  return Object.keys(lesson).length > 1 ? { value: lesson } : { fault: 'no_label' };
}

/** Whether a file of corrections uses -1 beside 0 as labels, so that 0 must mean neither. */
export function isThreeClass(lines: readonly Line[]): boolean {
  let negative = false;
  let zero = false;
  for (const line of lines) {
    const row = typeof line === 'string' ? parse(line) : null;
    if (row === null || 'fault' in row) continue;
    const side = nameOf(row.fields.sentiment ?? row.fields.label ?? row.fields.y);
    if (side === '-1') negative = true;
    if (side === '0') zero = true;
  }
  return negative && zero;
}

/** One unlabelled text: a JSON object with `text` or `t`, a JSON string, or the line itself. */
export function readText(line: string): Read<string> {
  const trimmed = line.trim().replace(/^\ufeff/u, '');
  if (trimmed === '') return null;
  if (trimmed.includes('\0')) return { fault: 'not_text' };
  if (!trimmed.startsWith('{') && !trimmed.startsWith('"')) return { value: trimmed };
  let row: unknown;
  try {
    row = JSON.parse(trimmed);
  } catch {
    return trimmed.startsWith('{') ? { fault: 'not_json' } : { value: trimmed };
  }
  const text = typeof row === 'string' ? row : textOf(row as Record<string, unknown>);
  return typeof text === 'string' && text.trim() !== '' ? { value: text } : { fault: 'no_text' };
}

function textOf(fields: Record<string, unknown>): unknown {
  return fields.t ?? fields.text;
}

function parse(line: string): { fields: Record<string, unknown> } | { fault: LineFault } | null {
  const trimmed = line.trim().replace(/^\ufeff/u, '');
  if (trimmed === '') return null;
  try {
    const row: unknown = JSON.parse(trimmed);
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return { fault: 'not_an_object' };
    return { fields: row as Record<string, unknown> };
  } catch {
    return { fault: 'not_json' };
  }
}

/** What a label calls itself; nothing for what can be no label. */
function nameOf(label: unknown): string {
  return typeof label === 'string' || typeof label === 'number' ? String(label).trim() : '';
}

function list(value: unknown): string[] | null {
  const items = Array.isArray(value) ? value : typeof value === 'string' ? [value] : null;
  return items?.every((one) => typeof one === 'string') ? (items as string[]) : null;
}

/** Objects `{aspect, polarity}`, pairs `[aspect, polarity]`, or bare names. */
function readAspects(value: unknown): { aspect: Aspect; polarity: Polarity }[] | null {
  if (!Array.isArray(value)) return null;
  const out: { aspect: Aspect; polarity: Polarity }[] = [];
  for (const item of value as unknown[]) {
    const [name, side] = Array.isArray(item)
      ? (item as unknown[])
      : typeof item === 'object' && item !== null
        ? [(item as { aspect?: unknown }).aspect, (item as { polarity?: unknown }).polarity]
        : [item, 0];
    const polarity = POLARITIES.get(nameOf(side ?? 0));
    if (!ASPECTS.includes(name as Aspect) || polarity === undefined) return null;
    out.push({ aspect: name as Aspect, polarity });
  }
  return out;
}

const POLARITIES: ReadonlyMap<string, Polarity> = new Map<string, Polarity>([
  ['1', 1],
  ['0', 0],
  ['-1', -1],
  ['positive', 1],
  ['neutral', 0],
  ['negative', -1],
]);

function readUrgency(value: unknown): boolean | undefined | null {
  if (typeof value === 'object' && value !== null) return readUrgency((value as { level?: unknown }).level);
  if (value === 'high') return true;
  if (value === 'none') return false;
  return readFlag(value);
}

function readFlag(value: unknown): boolean | undefined | null {
  if (value === undefined || value === null) return undefined;
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  return null;
}
