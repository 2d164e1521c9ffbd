// What the engine saw in a voice, and what the gate masked, as places to draw under the words.
import type { TFunction } from 'i18next';
import { masksIn } from '../../../../kit/masks.ts';
import type { TextSpan } from '../../../../ui/highlighted.tsx';
import type { CaseFeedback } from '../core/case.contract.ts';

/** `positive`, `neutral` or `negative` of a polarity of -1 … 1. */
export function feelingOf(polarity: number): 'positive' | 'neutral' | 'negative' {
  return polarity > 0 ? 'positive' : polarity < 0 ? 'negative' : 'neutral';
}

export function polarityKey(polarity: number): 'for' | 'neutral' | 'against' {
  return polarity > 0 ? 'for' : polarity < 0 ? 'against' : 'neutral';
}

/** Places of masked data in a text. */
export function maskSpans(t: TFunction, text: string): TextSpan[] {
  return masksIn(text).map(({ start, end, kind }) => {
    const what = t(`text:personal.${kind}`);
    return { start, end, kind: 'mask' as const, shown: `[${what}]`, note: t('deskcases:voice.maskedAs', { what }) };
  });
}

/** An opinion of everything is told by the tag of the voice; drawn, it would hide what it is made of. */
const OVERALL = 'overall';

/** Masks, then aspects with a place; of two that overlap the shorter one says more and comes first. */
export function voiceSpans(t: TFunction, voice: Pick<CaseFeedback, 'text' | 'judgement'>): TextSpan[] {
  const aspects = (voice.judgement?.aspects ?? []).flatMap((one) =>
    one.span && one.aspect !== OVERALL
      ? [
          {
            start: one.span[0],
            end: one.span[1],
            kind: feelingOf(one.polarity),
            note: `${t(`text:aspect.${one.aspect}`)} · ${t(`text:polarity.${polarityKey(one.polarity)}`)}`,
          },
        ]
      : [],
  );
  aspects.sort((one, other) => one.end - one.start - (other.end - other.start));
  return [...maskSpans(t, voice.text), ...aspects];
}

/** The voice a case is named after, or the latest one. */
export function leadVoice(voices: readonly CaseFeedback[], title: string): CaseFeedback | undefined {
  const beginning = title.replace(/…$/, '');
  const squeeze = (text: string) => text.replace(/\s+/g, ' ');
  return voices.find((one) => squeeze(one.title ?? one.text).startsWith(beginning)) ?? voices.at(-1);
}
