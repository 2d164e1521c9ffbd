// Who was asked how it went, and what he said.
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { DataList } from '../../../../ui/data-list.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { listRatingsRoute, type RatingState, type RatingView } from '../../ratings/core/rating.contract.ts';

interface Query extends Record<string, string | undefined> {
  state?: RatingState;
}

export function RatingRows({ query }: { query: Query }) {
  const { t } = useTranslation('pageverify');
  const go = useGo();
  const list = useList(listRatingsRoute, { query }, { on: ['rating.*'] });
  const score = (row: RatingView) =>
    row.score === null ? (
      <span className="hy-quiet">{t(`rating.states.${row.state}`)}</span>
    ) : (
      <span
        className={row.score <= 2 ? 'verify-stars verify-low' : 'verify-stars'}
        title={t('rating.points', { score: row.score })}
      >
        <b>{row.score}</b>
        <span aria-hidden="true">{'★'.repeat(row.score) + '☆'.repeat(5 - row.score)}</span>
      </span>
    );
  const who = (row: RatingView) => row.person?.name ?? t('rating.unknown');
  return (
    <DataList<RatingView>
      list={list}
      label={t('rows.list.ratings')}
      rowKey={(row) => row.id}
      narrowHeight={92}
      columns={[
        { key: 'score', title: t('rating.score'), width: 130, render: score },
        {
          key: 'comment',
          title: t('rating.comment'),
          render: (row) => (
            <span className="hy-one-line" title={row.comment ?? undefined}>
              {row.comment ?? <span className="hy-quiet">–</span>}
            </span>
          ),
        },
        {
          key: 'case',
          title: t('column.case'),
          width: 240,
          from: 760,
          render: (row) => (
            <span className="verify-case">
              <span className="hy-figure hy-quiet">#{row.case.number}</span>
              <span className="hy-one-line">{row.case.title}</span>
            </span>
          ),
        },
        { key: 'who', title: t('rating.who'), width: 120, from: 900, render: who },
        {
          key: 'way',
          title: t('rating.way'),
          width: 110,
          from: 1040,
          render: (row) => <span className="hy-quiet">{t(`rating.ways.${row.way}`)}</span>,
        },
        {
          key: 'at',
          title: t('rating.answered'),
          width: 130,
          from: 640,
          render: (row) => <RelativeTime at={row.answeredAt ?? row.askedAt} />,
        },
      ]}
      narrow={(row) => (
        <div className="verify-narrow">
          <div className="verify-narrow-line">
            {score(row)}
            <span className="hy-quiet">{who(row)}</span>
          </div>
          <div className="hy-one-line">{row.comment ?? `#${row.case.number} ${row.case.title}`}</div>
        </div>
      )}
      onOpen={(row) => go(`/cases/${row.case.id}`)}
      filtered={Object.values(query).some(Boolean)}
      empty={{ title: t('rows.empty.ratings'), text: t('rows.emptyRatings') }}
      emptyFiltered={{ title: t('rows.emptyFiltered'), mood: 'search' }}
    />
  );
}
