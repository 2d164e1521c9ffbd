// Where a feedback came from: product, person, order, times, engine, and whatever else the channel knew.
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Terms } from '../../../../ui/section.tsx';
import type { FeedbackDetail } from '../core/search.contract.ts';

const MOST_EXTRAS = 12;

export function FeedbackFacts({ feedback }: { feedback: FeedbackDetail }) {
  const { t } = useTranslation(['pageunderstand', 'text']);
  const { workspace } = useSession();
  const { product, person, judgement } = feedback;
  const rows: { term: string; value: React.ReactNode }[] = [];
  const add = (key: string, value: React.ReactNode) => {
    if (value) rows.push({ term: t(`pageunderstand:fact.${key}`), value });
  };
  add(
    'product',
    product && (
      <GoLink to="/feedback" search={{ product: product.id }} className="hy-link">
        {product.name}
      </GoLink>
    ),
  );
  add(
    'person',
    person && (
      <GoLink to="/feedback" search={{ person: person.id }} className="hy-link">
        {person.name ?? t('pageunderstand:fact.noName')}
      </GoLink>
    ),
  );
  add('order', feedback.orderNo);
  add('saidAt', <RelativeTime at={feedback.occurredAt} zone={workspace.timeZone} full />);
  add('receivedAt', <RelativeTime at={feedback.receivedAt} zone={workspace.timeZone} full />);
  add(
    'follows',
    feedback.followsId && (
      <GoLink to={`/feedback/${feedback.followsId}`} className="hy-link">
        {t('pageunderstand:fact.earlier')}
      </GoLink>
    ),
  );
  add('language', judgement && t(`text:language.${judgement.language}`));
  add('emotion', judgement && judgement.emotion !== 'neutral' && t(`text:emotion.${judgement.emotion}`));
  add('externalId', <span className="hy-feedback-mono">{feedback.externalId}</span>);
  add('engine', judgement && <span className="hy-feedback-mono">{judgement.engine}</span>);
  for (const [term, value] of extrasOf(feedback.meta, t('pageunderstand:fact.sellerReply'))) rows.push({ term, value });
  return <Terms rows={rows} />;
}

/** The channel's own extras as lines of text; columns of an imported file under their own names. */
function extrasOf(meta: Record<string, unknown>, sellerReply: string): [string, string][] {
  const lines: [string, string][] = [];
  const put = (name: string, value: unknown) => {
    if (typeof value === 'string' ? value.trim() !== '' : typeof value === 'number' || typeof value === 'boolean')
      lines.push([name === 'sellerReply' ? sellerReply : name, String(value)]);
  };
  for (const [name, value] of Object.entries(meta)) {
    if (name === 'columns' && value && typeof value === 'object')
      for (const [column, held] of Object.entries(value)) put(column, held);
    else put(name, value);
  }
  return lines.slice(0, MOST_EXTRAS);
}
