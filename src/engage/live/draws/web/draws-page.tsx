// Every draw of the shop, newest first, with the number of void ones; a row opens its form or what became of it.
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList, useRead } from '../../../../ui/client/hooks.ts';
import { useCan, useSession } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { type DrawRowView, listDrawsRoute } from '../core/draw.contract.ts';
import { DrawDetail } from './draw-detail.tsx';
import { NewDraw } from './new-draw.tsx';
import { SeedCalls } from './seed-calls.part.tsx';
import './draws.css';

const NEW = 'new';

export function DrawsPage() {
  const { t } = useTranslation('draws');
  const go = useGo();
  const filters = useFilters();
  const mayEdit = useCan('draw.edit');
  const { workspace } = useSession();
  const list = useList(listDrawsRoute, { query: {} }, { on: ['draw.*'] });
  const counts = useRead(listDrawsRoute, { query: { limit: 1 } }, { on: ['draw.*'] });
  const openId = filters.get('draw');
  const close = () => filters.set({ draw: undefined });
  const state = (row: DrawRowView) => <span className={`draw-state draw-${row.state}`}>{t(`state.${row.state}`)}</span>;
  const create = mayEdit && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => filters.set({ draw: NEW })}>
      {t('new')}
    </Button>
  );
  return (
    <div className="hy-page-fill">
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        action={
          <>
            <Button type="text" onClick={() => go('/live/interactions')}>
              {t('past')}
            </Button>{' '}
            <Button type="text" href={`/p/${workspace.slug}/draws`} target="_blank">
              {t('public_list')}
            </Button>{' '}
            {create}
          </>
        }
      />
      {counts.data && (counts.data.voided > 0 || counts.data.drawn > 0) && (
        <p className="draw-counts" title={t('void_hint')}>
          {t('void_count', { voided: counts.data.voided, drawn: counts.data.drawn })}
          <span className="hy-quiet"> {t('void_hint')}</span>
        </p>
      )}
      <SeedCalls />
      <DataList
        list={list}
        label={t('all')}
        rowKey={(row) => row.id}
        onOpen={(row) => filters.set({ draw: row.id })}
        currentKey={openId || undefined}
        columns={[
          { key: 'title', title: t('column.title'), render: (row) => row.title || t('state.draft') },
          { key: 'state', title: t('column.state'), width: 170, render: state },
          {
            key: 'entries',
            title: t('column.entries'),
            width: 110,
            align: 'right',
            from: 800,
            render: (row) => (row.entries === null ? '–' : row.entries.toLocaleString()),
          },
          {
            key: 'created',
            title: t('column.created'),
            width: 150,
            from: 640,
            render: (row) => <RelativeTime at={row.createdAt} />,
          },
          {
            key: 'ended',
            title: t('column.ended'),
            from: 900,
            width: 220,
            render: (row) =>
              row.endReason && (
                <span className="hy-quiet hy-one-line" title={row.endReason}>
                  {t(`end.${row.endReason}`, { defaultValue: row.endReason })}
                </span>
              ),
          },
          { key: 'by', title: t('column.by'), width: 150, from: 1000, render: (row) => row.createdBy },
        ]}
        narrow={(row) => (
          <div>
            <div>{row.title || t('state.draft')}</div>
            <div className="hy-quiet">
              {state(row)} <RelativeTime at={row.createdAt} />
              {row.endReason && ` · ${t(`end.${row.endReason}`, { defaultValue: row.endReason })}`}
            </div>
          </div>
        )}
        empty={{ title: t('empty'), text: t('empty_text'), action: create }}
      />
      <Drawer
        open={openId !== ''}
        onClose={close}
        title={openId === NEW ? t('new') : t('rail')}
        size="min(720px, 100vw)"
        destroyOnHidden
      >
        {openId === NEW && <NewDraw onMade={(id) => filters.set({ draw: id })} />}
        {openId !== '' && openId !== NEW && <DrawDetail key={openId} id={openId} />}
      </Drawer>
    </div>
  );
}
