// Every promise to a customer: what is late and due first, what waits for a yes, what was kept.
import { Button, Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList, useRead } from '../../../../ui/client/hooks.ts';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { listPromisesRoute } from '../core/promise.contract.ts';
import { PromiseItem } from './promise-item.tsx';
import './promises.css';

const STATES = ['open', 'proposed', 'kept', 'withdrawn'] as const;
const LIVE = ['promise.*'];

export function PromisesPage() {
  const { t } = useTranslation('promises');
  const filters = useFilters();
  const state = STATES.find((one) => one === filters.get('state')) ?? 'open';
  const owner = filters.get('owner') || undefined;
  const list = useList(listPromisesRoute, { query: { state, owner } }, { on: LIVE, everyMs: 60_000 });
  const counts = useRead(listPromisesRoute, { query: { limit: 1 } }, { on: LIVE, everyMs: 60_000 }).data?.counts;
  const number = { open: counts?.open, proposed: counts?.proposed, kept: undefined, withdrawn: undefined };
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={counts && counts.late > 0 ? t('sentenceLate', { count: counts.late }) : t('sentence')}
      >
        <div className="prm-states">
          <Segmented
            aria-label={t('which')}
            value={state}
            options={STATES.map((value) => ({
              value,
              label: number[value] ? `${t(`tab.${value}`)} ${number[value]}` : t(`tab.${value}`),
            }))}
            onChange={(value) => filters.set({ state: value === 'open' ? undefined : value })}
          />
          <span className="prm-mine">
            <Switch
              size="small"
              checked={owner === 'me'}
              aria-label={t('mine')}
              onChange={(mine) => filters.set({ owner: mine ? 'me' : undefined })}
            />
            <span>{t('mine')}</span>
          </span>
        </div>
      </PageHeader>
      {list.status === 'loading' && <RowsSkeleton height={88} columns={0} />}
      {list.status === 'error' && <ErrorPlace error={list.error} onRetry={list.retry} />}
      {list.status === 'ready' && list.items.length === 0 && (
        <EmptyPlace title={t(`empty.${state}`)} text={t('empty.text')} mood={state === 'open' ? 'done' : 'quiet'} />
      )}
      <ul className="prm-list" aria-label={t('title')} hidden={list.items.length === 0}>
        {list.items.map((one) => (
          <PromiseItem key={one.id} promise={one} />
        ))}
      </ul>
      {list.hasMore && (
        <div className="prm-more">
          <Button onClick={list.loadMore} loading={list.isLoadingMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
