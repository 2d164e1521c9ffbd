// Whom to call now: open call-backs by when to try next, and what came of the others.
import { Button, Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList, useRead } from '../../../../ui/client/hooks.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { CALLBACK_STATES, type CallbackView } from '../core/callback.contract.ts';
import { listCallbacksRoute } from '../core/callback-routes.contract.ts';
import { CallDrawer } from './call-drawer.tsx';
import './callbacks.css';

const LIVE = ['callback.*'];

export function CallbacksPage() {
  const { t } = useTranslation('callbacks');
  const filters = useFilters();
  const state = CALLBACK_STATES.find((one) => one === filters.get('state')) ?? 'open';
  const assignee = filters.get('assignee') || undefined;
  const openId = filters.get('call');
  const list = useList(listCallbacksRoute, { query: { state, assignee } }, { on: LIVE, everyMs: 60_000 });
  const counts = useRead(listCallbacksRoute, { query: { limit: 1 } }, { on: LIVE, everyMs: 60_000 }).data?.counts;
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={counts && counts.now > 0 ? t('sentenceNow', { count: counts.now }) : t('sentence')}
        action={
          <GoLink to="/callbacks/rules" className="hy-link">
            {t('toRules')}
          </GoLink>
        }
      >
        <div className="cbk-states">
          <Segmented
            aria-label={t('which')}
            value={state}
            options={CALLBACK_STATES.map((value) => ({
              value,
              label: value === 'open' && counts?.open ? `${t('state.open')} ${counts.open}` : t(`state.${value}`),
            }))}
            onChange={(value) => filters.set({ state: value === 'open' ? undefined : value })}
          />
          <span className="cbk-mine">
            <Switch
              size="small"
              checked={assignee === 'me'}
              aria-label={t('mine')}
              onChange={(mine) => filters.set({ assignee: mine ? 'me' : undefined })}
            />
            <span>{t('mine')}</span>
          </span>
        </div>
      </PageHeader>
      {list.status === 'loading' && <RowsSkeleton height={72} columns={0} />}
      {list.status === 'error' && <ErrorPlace error={list.error} onRetry={list.retry} />}
      {list.status === 'ready' && list.items.length === 0 && (
        <EmptyPlace title={t(`empty.${state}`)} text={t('empty.text')} mood={state === 'open' ? 'done' : 'quiet'} />
      )}
      <ul className="cbk-list" aria-label={t('title')} hidden={list.items.length === 0}>
        {list.items.map((one) => (
          <li key={one.id}>
            <Row one={one} onOpen={() => filters.set({ call: one.id })} />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <div className="cbk-more">
          <Button onClick={list.loadMore} loading={list.isLoadingMore}>
            {t('more')}
          </Button>
        </div>
      )}
      {openId && <CallDrawer id={openId} onClose={() => filters.set({ call: undefined })} />}
    </>
  );
}

function Row({ one, onOpen }: { one: CallbackView; onOpen: () => void }) {
  const { t } = useTranslation('callbacks');
  return (
    <button type="button" className="cbk-row" onClick={onOpen}>
      <span className="cbk-who">
        <span>
          <strong>{one.person?.name ?? t('unnamed')}</strong> {one.person?.tier === 'vip' && <PlainTag>VIP</PlainTag>}{' '}
          <span className="hy-figure hy-quiet">{one.phoneHint ?? t('noPhone')}</span>
        </span>
        <span className="hy-one-line hy-quiet">
          #{one.case.number} {one.case.title}
        </span>
      </span>
      <span className="cbk-why">
        <span>
          {t(`reason.${one.reason}`)}
          {one.assignee && ` · ${one.assignee.name}`}
        </span>
        <span className={one.late ? 'cbk-late' : 'hy-quiet'}>
          {one.state === 'open' ? (
            <>
              {t(one.late ? 'late' : 'next')} <RelativeTime at={one.nextAt} />
              {one.attempts.length > 0 && ` · ${t('tried', { done: one.attempts.length, most: one.maxAttempts })}`}
            </>
          ) : (
            <>
              {t(one.outcome ? `outcome.${one.outcome}` : 'state.dropped')}{' '}
              {one.doneAt && <RelativeTime at={one.doneAt} />}
            </>
          )}
        </span>
      </span>
    </button>
  );
}
