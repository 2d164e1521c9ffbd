// The minutes that stand out, with the words people used; a click goes there.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ShowRecord } from '../core/show-record.contract.ts';
import type { ShowWords } from './use-show-words.ts';

export function MomentCards(props: { record: ShowRecord; words: ShowWords; onJump: (at: number) => void }) {
  const { t } = useTranslation('livereport');
  const { record, words } = props;
  if (record.moments.length === 0) return <p className="hy-quiet">{t('moments.empty')}</p>;
  return (
    <div className="show-moments">
      {record.moments.map((one) => (
        <article key={`${one.kind} ${one.from}`} className={`show-moment show-moment-${one.kind}`}>
          <h3>{t(`moments.${one.kind}`, { from: words.clock(one.from), to: words.clock(one.to) })}</h3>
          <p className="hy-quiet">
            {t('moments.facts', {
              product: words.product(one.productId),
              positive: words.number(Math.round(one.positive)),
              negative: words.number(Math.round(one.negative)),
              comments: words.number(one.comments),
              orders: words.number(one.orders),
            })}
          </p>
          <ul>
            {one.lines.map((line) => (
              <li key={line.eventId}>
                {words.said(line.text)}{' '}
                {line.count > 1 && <span className="hy-faint">×{words.number(line.count)}</span>}
              </li>
            ))}
          </ul>
          <Button size="small" onClick={() => props.onJump(one.from)}>
            {t('page.go_there')}
          </Button>
        </article>
      ))}
    </div>
  );
}
