// The customer's own words with what the engine saw in them underlined: parts by polarity, urgency, masked places.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { masksIn } from '../../../../kit/masks.ts';
import { Highlighted, type TextSpan } from '../../../../ui/highlighted.tsx';
import type { JudgementView } from '../core/judgement.contract.ts';
import { polarityName } from './label-words.ts';

type Seen = Pick<JudgementView, 'aspects' | 'reasons' | 'urgency'>;

/** @param hits places that carry words looked for @param lines cuts the text after so many lines */
export function Words(props: {
  text: string;
  judgement: Seen | null;
  hits?: readonly (readonly [number, number])[];
  lines?: number;
}) {
  const { t } = useTranslation('text');
  const { text, judgement, hits, lines } = props;
  const spans = useMemo(() => {
    const found: TextSpan[] = masksIn(text).map((place) => ({
      start: place.start,
      end: place.end,
      kind: 'mask',
      shown: `[${t(`personal.${place.kind}`)}]`,
    }));
    for (const one of judgement?.aspects ?? []) {
      if (!one.span) continue;
      const kind = one.polarity > 0 ? 'positive' : one.polarity < 0 ? 'negative' : 'neutral';
      const note = `${t(`aspect.${one.aspect}`)} · ${t(`polarity.${polarityName(one.polarity)}`)}`;
      found.push({ start: one.span[0], end: one.span[1], kind, note });
    }
    if (judgement?.urgency.reason)
      for (const reason of judgement.reasons)
        if (reason.span && reason.label.startsWith('urgency'))
          found.unshift({
            start: reason.span[0],
            end: reason.span[1],
            kind: 'urgent',
            note: t(`urgency.${judgement.urgency.reason}`),
          });
    for (const [start, end] of hits ?? []) found.push({ start, end, kind: 'hit' });
    return found;
  }, [text, judgement, hits, t]);
  return <Highlighted text={text} spans={spans} {...(lines ? { lines } : {})} />;
}
