// Reads what `huiyin adapt` is given: corrections and unlabelled texts, a line each, naming what in a line it cannot use.
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
import { type Fault, type Fields, noText, type RowFault, readRow, shown, textOf } from './json-lines.ts';
import type { Line } from './line-input.ts';

export type LineFault =
  | RowFault
  | 'not_text'
  | 'no_label'
  | 'unknown_sentiment'
  | 'unknown_intent'
  | 'unknown_aspect'
  | 'unknown_flag';

export type Read<T> = { value: T } | { fault: Fault<LineFault> } | null;

interface Reading {
  /** The field that holds the text; without it `t`, else `text`. */
  field?: string | undefined;
  /** Whether 0 as a label is neither for nor against. */
  threeClass?: boolean;
}

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
const SIDE_FIELDS = ['sentiment', 'label', 'y'];
const URGENCY_FIELDS = ['urgency', 'isUrgent'];
const SPAM_FIELDS = ['spam', 'isSpam'];
const LABEL_FIELDS = 'sentiment, label, y, intents, aspects, urgency or spam';

/**
 * One correction: a text; at least one of `sentiment` (or `label`, or `y`), `intents`, `aspects`, `urgency`, `spam`.
 * A number is a two-class label: 1 in favour, 0 or -1 against, unless `threeClass` says that 0 is neither.
 */
export function readLesson(line: Line, { field, threeClass = false }: Reading = {}): Read<Lesson> {
  const row = readRow(line);
  if (row === null || 'fault' in row) return row;
  const { fields } = row;
  const text = textOf(fields, field);
  if (typeof text !== 'string' || text.trim() === '') return { fault: noText(field) };
  const lesson: Lesson = { text };
  const side = firstOf(fields, SIDE_FIELDS);
  if (side !== null) {
    const named = nameOf(side.value).toLowerCase();
    const label =
      threeClass && named === '0' ? 'neutral' : (SENTIMENTS.find((known) => known === named) ?? SIDES.get(named));
    if (label === undefined) return unknown('unknown_sentiment', side.name, side.value);
    lesson.sentiment = label;
  }
  const intents = firstOf(fields, ['intents']);
  if (intents !== null) {
    const found: unknown[] = Array.isArray(intents.value) ? intents.value : [intents.value];
    const odd = found.findIndex((one) => !INTENTS.includes(one as Intent));
    if (odd !== -1) return unknown('unknown_intent', 'intents', found[odd]);
    lesson.intents = found as Intent[];
  }
  const aspects = firstOf(fields, ['aspects']);
  if (aspects !== null) {
    const found = readAspects(aspects.value);
    if ('fault' in found) return found;
    lesson.aspects = found.aspects;
  }
  for (const [names, part] of [
    [URGENCY_FIELDS, 'isUrgent'],
    [SPAM_FIELDS, 'isSpam'],
  ] as const) {
    const given = firstOf(fields, names);
    if (given === null) continue;
    const flag = part === 'isUrgent' ? readUrgency(given.value) : readFlag(given.value);
    if (flag === null) return unknown('unknown_flag', given.name, given.value);
    if (flag !== undefined) lesson[part] = flag;
  }
  return Object.keys(lesson).length > 1 ? { value: lesson } : { fault: { error: 'no_label', field: LABEL_FIELDS } };
}

/** Whether a file of corrections uses -1 beside 0 as labels, so that 0 must mean neither. */
export function isThreeClass(lines: readonly Line[]): boolean {
  let negative = false;
  let zero = false;
  for (const line of lines) {
    const row = readRow(line);
    if (row === null || 'fault' in row) continue;
    const side = nameOf(firstOf(row.fields, SIDE_FIELDS)?.value);
    if (side === '-1') negative = true;
    if (side === '0') zero = true;
  }
  return negative && zero;
}

/** One unlabelled text: a JSON object with a text, a JSON string, or the line itself. */
export function readText(line: Line, { field }: Reading = {}): Read<string> {
  if (typeof line !== 'string') return { fault: { error: line.fault } };
  const trimmed = line.trim();
  if (trimmed === '') return null;
  if (trimmed.includes('\0')) return { fault: { error: 'not_text' } };
  if (!trimmed.startsWith('{') && !trimmed.startsWith('"')) return { value: trimmed };
  let row: unknown;
  try {
    row = JSON.parse(trimmed);
  } catch {
    return trimmed.startsWith('{') ? { fault: { error: 'not_json' } } : { value: trimmed };
  }
  const text = typeof row === 'string' ? row : textOf(row as Fields, field);
  return typeof text === 'string' && text.trim() !== '' ? { value: text } : { fault: noText(field) };
}

/** The first of these fields that is given at all. */
function firstOf(fields: Fields, names: readonly string[]): { name: string; value: unknown } | null {
  const name = names.find((one) => fields[one] !== undefined && fields[one] !== null);
  return name === undefined ? null : { name, value: fields[name] };
}

function unknown(error: LineFault, field: string, value: unknown): { fault: Fault<LineFault> } {
  return { fault: { error, field, value: shown(value) } };
}

/** What a label calls itself; nothing for what can be no label. */
function nameOf(label: unknown): string {
  return typeof label === 'string' || typeof label === 'number' ? String(label).trim() : '';
}

/** Objects `{aspect, polarity}`, pairs `[aspect, polarity]`, or bare names. */
function readAspects(
  value: unknown,
): { aspects: { aspect: Aspect; polarity: Polarity }[] } | { fault: Fault<LineFault> } {
  if (!Array.isArray(value)) return unknown('unknown_aspect', 'aspects', value);
  const aspects: { aspect: Aspect; polarity: Polarity }[] = [];
  for (const item of value as unknown[]) {
    const [name, side] = Array.isArray(item)
      ? (item as unknown[])
      : typeof item === 'object' && item !== null
        ? [(item as { aspect?: unknown }).aspect, (item as { polarity?: unknown }).polarity]
        : [item, 0];
    if (!ASPECTS.includes(name as Aspect)) return unknown('unknown_aspect', 'aspects', name);
    const polarity = POLARITIES.get(nameOf(side ?? 0));
    if (polarity === undefined) return unknown('unknown_aspect', `aspects: polarity of ${String(name)}`, side);
    aspects.push({ aspect: name as Aspect, polarity });
  }
  return { aspects };
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
