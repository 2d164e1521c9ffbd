// Answers for channels without a way back: copy the words, post them there, say that it is done.
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList, useRead } from '../../../../ui/client/hooks.ts';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { listTasksRoute, TASK_STATES, type TaskState } from '../core/delivery.contract.ts';
import { TaskItem } from './task-item.tsx';
import './deliveries.css';

const LIVE = ['reply.sent', 'case.*'];

export function TasksPage() {
  const { t } = useTranslation('deskanswer');
  const filters = useFilters();
  const state: TaskState = TASK_STATES.find((one) => one === filters.get('state')) ?? 'open';
  const list = useList(listTasksRoute, { query: { state } }, { on: LIVE, everyMs: 60_000 });
  const open = useRead(listTasksRoute, { query: { limit: 1 } }, { on: LIVE, everyMs: 60_000 }).data?.open;
  return (
    <>
      <PageHeader title={t('tasks.title')} sentence={t('tasks.sentence')}>
        <div className="desk-tasks-states">
          <Segmented
            aria-label={t('tasks.which')}
            value={state}
            options={TASK_STATES.map((value) => ({
              value,
              label: value === 'open' && open ? `${t('tasks.state.open')} ${open}` : t(`tasks.state.${value}`),
            }))}
            onChange={(value) => filters.set({ state: value === 'open' ? undefined : value })}
          />
        </div>
      </PageHeader>
      {list.status === 'loading' && <RowsSkeleton height={120} columns={0} />}
      {list.status === 'error' && <ErrorPlace error={list.error} onRetry={list.retry} />}
      {list.status === 'ready' && list.items.length === 0 && (
        <EmptyPlace
          title={t(`tasks.empty.${state}`)}
          text={t('tasks.empty.text')}
          mood={state === 'open' ? 'done' : 'quiet'}
        />
      )}
      <ol className="desk-tasks" aria-label={t('tasks.title')} hidden={list.items.length === 0}>
        {list.items.map((task) => (
          <TaskItem key={task.id} task={task} />
        ))}
      </ol>
      {list.hasMore && (
        <div className="desk-more">
          <Button onClick={list.loadMore} loading={list.isLoadingMore}>
            {t('tasks.more')}
          </Button>
        </div>
      )}
    </>
  );
}
