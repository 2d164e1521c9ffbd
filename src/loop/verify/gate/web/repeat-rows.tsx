// Who complained again of what had been resolved for him, in his own words.
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { DataList } from '../../../../ui/data-list.tsx';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useThemeNames } from '../../../act/cases/web/names.part.tsx';
import { listRepeatsRoute, type RepeatView } from '../core/gate.contract.ts';

export function RepeatRows({ query }: { query: Record<string, string> }) {
  const { t } = useTranslation('pageverify');
  const go = useGo();
  const { themeName } = useThemeNames();
  const list = useList(listRepeatsRoute, { query }, { on: ['repeat.found'] });
  const who = (row: RepeatView) => row.person?.name ?? t('rating.unknown');
  const after = (row: RepeatView) => t('repeat.after', { count: row.daysAfter });
  return (
    <DataList<RepeatView>
      list={list}
      label={t('rows.list.repeats')}
      rowKey={(row) => row.id}
      narrowHeight={92}
      columns={[
        {
          key: 'said',
          title: t('repeat.said'),
          render: (row) => (
            <span className="hy-one-line" title={row.feedback?.text}>
              {row.feedback?.text ?? t('repeat.gone')}
            </span>
          ),
        },
        { key: 'who', title: t('rating.who'), width: 120, from: 760, render: who },
        {
          key: 'theme',
          title: t('by.theme'),
          width: 140,
          from: 900,
          render: (row) => <span className="hy-one-line hy-quiet">{row.theme ? themeName(row.theme) : '–'}</span>,
        },
        { key: 'after', title: t('repeat.when'), width: 130, from: 640, render: after },
        {
          key: 'case',
          title: t('repeat.case'),
          width: 110,
          render: (row) => (
            <GoLink to={`/cases/${row.case.id}`} className="hy-link" title={row.case.title}>
              #{row.case.number} · {t('round', { count: row.round })}
            </GoLink>
          ),
        },
        {
          key: 'at',
          title: t('repeat.saidAt'),
          width: 130,
          from: 1000,
          render: (row) => <RelativeTime at={row.saidAt} />,
        },
      ]}
      narrow={(row) => (
        <div className="verify-narrow">
          <div className="hy-one-line">{row.feedback?.text ?? t('repeat.gone')}</div>
          <div className="hy-quiet hy-one-line">
            {who(row)} · {after(row)} · #{row.case.number}
          </div>
        </div>
      )}
      onOpen={(row) => (row.feedback ? go(`/feedback/${row.feedback.id}`) : go(`/cases/${row.case.id}`))}
      filtered={Object.keys(query).length > 0}
      empty={{ title: t('rows.empty.repeats'), text: t('rows.emptyRepeats'), mood: 'done' }}
      emptyFiltered={{ title: t('rows.emptyFiltered'), mood: 'search' }}
    />
  );
}
