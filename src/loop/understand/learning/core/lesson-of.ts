// Turns what people decided about one voice into a lesson for the engine.
import type { Lesson } from '../../../../text/adapt/adapt.contract.ts';
import { CORRECTION_VALUES, type CorrectableLabel } from '../../judgement/core/judgement.contract.ts';

export interface Decided {
  label: CorrectableLabel;
  decided: unknown;
}

export interface LessonText {
  text: string;
  rating: number | null;
  channel: string;
}

/** Null where nothing was decided that the engine can learn: themes are words of the taxonomy. */
export function lessonOf(voice: LessonText, decisions: readonly Decided[]): Lesson | null {
  const lesson: Lesson = { text: voice.text, rating: voice.rating, channel: voice.channel };
  let says = false;
  const by = new Map(decisions.map((one) => [one.label, one.decided]));
  const told = <L extends CorrectableLabel>(label: L) => {
    if (!by.has(label)) return undefined;
    const read = CORRECTION_VALUES[label].safeParse(by.get(label));
    if (!read.success) return undefined;
    says = true;
    return read.data;
  };
  const kind = by.has('class') ? CORRECTION_VALUES.class.safeParse(by.get('class')).data : undefined;
  const sentiment = told('sentiment') as Lesson['sentiment'];
  if (sentiment) lesson.sentiment = sentiment;
  else if (kind === 'positive' || kind === 'neutral' || kind === 'negative') {
    // Whoever corrects only the class has said the sentiment as well.
    lesson.sentiment = kind;
    says = true;
  }
  if (by.has('urgency')) {
    const reason = told('urgency');
    if (reason !== undefined) lesson.isUrgent = reason !== null;
  } else if (kind === 'urgent') {
    lesson.isUrgent = true;
    says = true;
  }
  const intents = told('intents') as Lesson['intents'];
  if (intents) lesson.intents = intents;
  const aspects = told('aspects') as Lesson['aspects'];
  if (aspects) lesson.aspects = aspects;
  const spam = told('spam');
  if (spam !== undefined) lesson.isSpam = spam as boolean;
  return says ? lesson : null;
}
