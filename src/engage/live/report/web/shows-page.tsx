// Every show that was held, latest first.
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { DataList } from '../../../../ui/data-list.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { numberText } from '../../../../ui/number-door.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { listShowsRoute, type ShowView } from '../../rooms/core/room.contract.ts';
import { spanOf } from './say-span.ts';
import './shows.css';

export function ShowsPage() {
  const { t, i18n } = useTranslation('livereport');
  const go = useGo();
  const list = useList(listShowsRoute, {}, { on: ['live.*'] });
  const tags = (row: ShowView) => (
    <>
      {row.state === 'live' && <PlainTag>{t('page.on_now')}</PlainTag>}
      {row.isSimulated && <PlainTag>{t('page.practice')}</PlainTag>}
    </>
  );
  const length = (row: ShowView) =>
    row.endedAt === null ? '–' : spanOf(t, Date.parse(row.endedAt) - Date.parse(row.startedAt));
  return (
    <div className="hy-column">
      <PageHeader title={t('page.title')} sentence={t('page.sentence')} />
      <DataList
        list={list}
        label={t('page.title')}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'title',
            title: t('page.column.show'),
            render: (row) => (
              <span className="hy-row-line">
                <strong className="hy-one-line">{row.title}</strong> {tags(row)}
              </span>
            ),
          },
          {
            key: 'started',
            title: t('page.column.started'),
            width: 180,
            render: (row) => <RelativeTime at={row.startedAt} />,
          },
          { key: 'length', title: t('page.column.length'), width: 140, from: 760, align: 'right', render: length },
          {
            key: 'comments',
            title: t('column.comments'),
            width: 110,
            align: 'right',
            from: 640,
            render: (row) => numberText(row.comments, 'plain', i18n.language),
          },
          {
            key: 'complete',
            title: t('page.column.heard'),
            width: 130,
            align: 'right',
            from: 880,
            render: (row) => numberText(row.completeness, 'percent', i18n.language),
          },
        ]}
        narrow={(row) => (
          <div className="show-row">
            <strong className="hy-one-line">{row.title}</strong>
            <span className="hy-row-line hy-faint">
              <span>
                <RelativeTime at={row.startedAt} />
                {row.endedAt !== null && ` · ${length(row)}`}
              </span>
              {tags(row)}
            </span>
          </div>
        )}
        onOpen={(row) => go(row.state === 'live' ? `/live/${row.roomId}` : `/live/shows/${row.id}`)}
        empty={{ title: t('page.empty'), text: t('page.empty_text') }}
      />
    </div>
  );
}
