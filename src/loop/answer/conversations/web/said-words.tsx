// One thing said in the conversation: by the customer at the left, by us at the right, with how far it got.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../ui/client/call.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import type { CaseLink } from '../../../act/cases/web/person-card.part.tsx';
import { RevealOriginal } from '../../../act/cases/web/reveal-original.part.tsx';
import { MaskedWords } from '../../../act/cases/web/voice-words.part.tsx';
import { revealFeedbackRoute } from '../../../collect/intake/core/feedback.contract.ts';
import { Attachments } from '../../../collect/mailboxes/web/attachments.part.tsx';
import { DeliveryWords } from '../../deliveries/web/delivery-words.part.tsx';
import { type ItemView, revealMessageRoute } from '../core/conversation.contract.ts';

/** @param elsewhere it was said about another case or none */
export function SaidWords(props: { item: ItemView; elsewhere: boolean; caseLink: CaseLink }) {
  const { t } = useTranslation('deskanswer');
  const { item } = props;
  const [original, setOriginal] = useState<string | null>(null);
  const reveal = (reason: string) =>
    item.kind === 'feedback'
      ? call(revealFeedbackRoute, { params: { id: item.id }, body: { reason } })
      : call(revealMessageRoute, { params: { id: item.id }, body: { reason } });
  const who =
    item.author.kind === 'person'
      ? (item.author.name ?? t('reporter.unknown'))
      : item.author.kind === 'system'
        ? t('said.product')
        : (item.author.name ?? t('said.product'));
  return (
    <article className={`desk-said-words desk-said-${item.direction}`}>
      <header>
        <strong>{who}</strong>
        <span>
          {t(`said.${item.kind}`, {
            channel: t(`deskcases:channel.${item.channel}`, { defaultValue: item.channel }),
          })}
        </span>
        {item.rating !== null && <span>{t('deskcases:voice.stars', { count: item.rating })}</span>}
        {item.product && <span className="hy-one-line">{item.product.name}</span>}
        {props.elsewhere && item.case && (
          <GoLink {...props.caseLink(item.case.id)} className="hy-link">
            {t('said.otherCase', { number: item.case.number ?? '' })}
          </GoLink>
        )}
        <span className="hy-grow" />
        <RelativeTime at={item.at} />
      </header>
      <div className="desk-said-text">
        {item.title && <strong>{item.title} </strong>}
        {original === null ? <MaskedWords text={item.text} /> : <span className="desk-original">{original}</span>}
      </div>
      {item.direction === 'in' && item.channel === 'email' && <Attachments about={item.id} />}
      {(item.delivery || item.masked) && (
        <footer>
          {item.delivery && <DeliveryWords delivery={item.delivery} />}
          {item.masked && original === null && (
            <RevealOriginal reveal={reveal} onShown={(shown) => setOriginal(shown.text)} />
          )}
        </footer>
      )}
    </article>
  );
}
