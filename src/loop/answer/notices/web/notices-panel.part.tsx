// Who was told that the case is resolved, by which way, how far it got, and what they said to it.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { Icon } from '../../../../ui/icons.tsx';
import { Section } from '../../../../ui/section.tsx';
import { DeliveryWords } from '../../deliveries/web/delivery-words.part.tsx';
import { listNoticesRoute } from '../core/notice.contract.ts';
import './notices.css';

/** Draws nothing until somebody was told. */
export function NoticesPanel({ caseId }: { caseId: string }) {
  const { t } = useTranslation('deskanswer');
  const list = useList(
    listNoticesRoute,
    { params: { id: caseId }, query: { limit: 20 } },
    { on: ['case.*', 'reporters.told', 'message.received'], everyMs: 60_000 },
  );
  if (list.items.length === 0) return null;
  return (
    <Section title={t('notice.title', { count: list.total ?? list.items.length })}>
      <ul className="desk-notices">
        {list.items.map((one) => (
          <li key={one.id}>
            <p>
              <span className="hy-one-line">{one.person?.name ?? t('reporter.unknown')}</span>
              {one.resolution > 1 && <span className="hy-faint">{t('notice.round', { count: one.resolution })}</span>}
              {one.verdict && (
                <span className={one.verdict === 'solved' ? 'desk-solved' : 'desk-unsolved'}>
                  <Icon name={one.verdict === 'solved' ? 'check' : 'close'} size={14} />
                  {t(`notice.${one.verdict}`)}
                </span>
              )}
            </p>
            <DeliveryWords delivery={one.delivery} />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button size="small" type="text" loading={list.isLoadingMore} onClick={list.loadMore}>
          {t('notice.more')}
        </Button>
      )}
    </Section>
  );
}
