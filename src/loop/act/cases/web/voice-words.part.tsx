// One voice as the customer said it: the words large, what was seen in them underneath, where and when below.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../ui/client/call.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { Highlighted } from '../../../../ui/highlighted.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SentimentTag } from '../../../../ui/tags.tsx';
import { revealFeedbackRoute } from '../../../collect/intake/core/feedback.contract.ts';
import type { CaseFeedback } from '../core/case.contract.ts';
import { RevealOriginal } from './reveal-original.part.tsx';
import { feelingOf, maskSpans, polarityKey, voiceSpans } from './voice-spans.ts';

const FEELINGS = ['positive', 'neutral', 'negative', 'urgent', 'latent'] as const;

/** @param large for the voice a case page opens with @param lines cuts long words until asked */
export function VoiceWords(props: { voice: CaseFeedback; who?: string | null; large?: boolean; lines?: number }) {
  const { t } = useTranslation('deskcases');
  const { voice } = props;
  const [original, setOriginal] = useState<{ text: string; title: string | null } | null>(null);
  const [whole, setWhole] = useState(false);
  const text = original?.text ?? voice.text;
  const title = original ? original.title : voice.title;
  const isLong = props.lines !== undefined && text.length > props.lines * 60;
  const feeling = FEELINGS.find((one) => one === voice.judgement?.class);
  // The same opinion of the same thing is one, however often it is said.
  const aspects = [
    ...new Map((voice.judgement?.aspects ?? []).map((one) => [`${one.aspect} ${polarityKey(one.polarity)}`, one])),
  ];
  return (
    <article className={props.large ? 'desk-voice desk-voice-large' : 'desk-voice'}>
      <blockquote>
        {title && <strong>{title} </strong>}
        {original ? (
          <span className="desk-original">{text}</span>
        ) : (
          <Highlighted text={text} spans={voiceSpans(t, voice)} {...(isLong && !whole ? { lines: props.lines } : {})} />
        )}
        {isLong && (
          <button type="button" className="desk-text-button" onClick={() => setWhole(!whole)}>
            {t(whole ? 'voice.less' : 'voice.more')}
          </button>
        )}
      </blockquote>
      <p className="desk-voice-about">
        {feeling && <SentimentTag value={feeling} />}
        {aspects.map(([key, one]) => (
          <span key={key} className={`desk-aspect desk-aspect-${feelingOf(one.polarity)}`}>
            {t(`text:aspect.${one.aspect}`)} {t(`text:polarity.${polarityKey(one.polarity)}`)}
          </span>
        ))}
        {voice.rating !== null && <span className="hy-figure">{t('voice.stars', { count: voice.rating })}</span>}
        {props.who && <span>{props.who}</span>}
        <span>{t(`channel.${voice.channel}`)}</span>
        {voice.product && <span>{voice.product.name}</span>}
        <RelativeTime at={voice.occurredAt} />
        <GoLink to={`/feedback/${voice.feedbackId}`} className="hy-link">
          {t('voice.open')}
        </GoLink>
        {original ? (
          <button type="button" className="desk-text-button" onClick={() => setOriginal(null)}>
            {t('reveal.hide')}
          </button>
        ) : (
          voice.masked && (
            <RevealOriginal
              reveal={(reason) => call(revealFeedbackRoute, { params: { id: voice.feedbackId }, body: { reason } })}
              onShown={setOriginal}
            />
          )
        )}
      </p>
    </article>
  );
}

/** Words with what was masked set apart. */
export function MaskedWords({ text }: { text: string }) {
  const { t } = useTranslation();
  return <Highlighted text={text} spans={maskSpans(t, text)} />;
}
