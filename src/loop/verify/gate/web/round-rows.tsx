// Resolutions in one state: what waits, what was disputed, what nobody can tell, what helped.
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { DataList } from '../../../../ui/data-list.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useThemeNames } from '../../../act/cases/web/names.part.tsx';
import { listRoundsRoute, type RoundState, type RoundView } from '../core/gate.contract.ts';

export function RoundRows({ state, query }: { state: RoundState; query: Record<string, string> }) {
  const { t } = useTranslation('pageverify');
  const go = useGo();
  const { themeName } = useThemeNames();
  const list = useList(listRoundsRoute, { query: { state, ...query } }, { on: ['fix.*', 'case.resolved'] });
  const what = (row: RoundView) => (
    <span className="verify-case">
      <span className="hy-figure hy-quiet">#{row.case.number}</span>
      <span className="hy-one-line">{row.case.title}</span>
    </span>
  );
  const outcome = (row: RoundView) => {
    if (row.state === 'waiting') {
      return row.windowEndsAt ? (
        <>
          {t('waiting.ends')} <RelativeTime at={row.windowEndsAt} />
        </>
      ) : (
        t('waiting.never')
      );
    }
    return row.how ? t(`how.${row.state}.${row.how}`) : t(`state.${row.state}`);
  };
  return (
    <DataList<RoundView>
      list={list}
      label={t(`rows.list.${state}`)}
      rowKey={(row) => row.id}
      narrowHeight={84}
      columns={[
        { key: 'case', title: t('column.case'), render: what },
        {
          key: 'round',
          title: t('column.round'),
          width: 80,
          from: 760,
          render: (row) => t('round', { count: row.round }),
        },
        {
          key: 'theme',
          title: t('by.theme'),
          width: 150,
          from: 900,
          render: (row) => <span className="hy-one-line hy-quiet">{row.theme ? themeName(row.theme) : '–'}</span>,
        },
        {
          key: 'product',
          title: t('by.product'),
          width: 150,
          from: 1100,
          render: (row) => <span className="hy-one-line hy-quiet">{row.product?.name ?? '–'}</span>,
        },
        {
          key: 'reporters',
          title: t('column.reporters'),
          width: 190,
          from: 1000,
          render: (row) => (
            <span className="hy-quiet">
              {row.known === 0 ? t('column.nobody') : t('waiting.yes', { part: row.confirmations, whole: row.needed })}
            </span>
          ),
        },
        { key: 'outcome', title: t('column.outcome'), width: 220, render: outcome },
        {
          key: 'at',
          title: t(state === 'waiting' ? 'column.resolvedAt' : 'column.decidedAt'),
          width: 130,
          from: 700,
          render: (row) => <RelativeTime at={(state === 'waiting' ? null : row.decidedAt) ?? row.resolvedAt} />,
        },
      ]}
      narrow={(row) => (
        <div className="verify-narrow">
          {what(row)}
          <div className="hy-quiet hy-one-line">
            {t('round', { count: row.round })} · {outcome(row)}
          </div>
        </div>
      )}
      onOpen={(row) => go(`/cases/${row.case.id}`)}
      filtered={Object.keys(query).length > 0}
      empty={{
        title: t(`rows.empty.${state}`),
        text: t('rows.emptyText'),
        mood: state === 'waiting' ? 'done' : 'quiet',
      }}
      emptyFiltered={{ title: t('rows.emptyFiltered'), mood: 'search' }}
    />
  );
}
