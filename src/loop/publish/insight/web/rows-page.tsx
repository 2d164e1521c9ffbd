// The rows behind a number: the customers' own masked words, or the cases, each leading on to itself.
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { useSession } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import type { Column } from '../../../../ui/data-list.types.ts';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { type CaseStatus, type FeedbackClass, SentimentTag, StatusTag } from '../../../../ui/tags.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useSayMasks } from '../../../../ui/use-say-masks.ts';
import { type MeasureKey, measureOf } from '../core/catalogue.contract.ts';
import { FILTER_KEYS, type InsightRow, insightRowsRoute, LEAKS, type Leak } from '../core/insight.contract.ts';
import { usePeriod } from './period-picker.part.tsx';
import './insight.css';

export function InsightRowsPage() {
  const { t } = useTranslation(['insight', 'metrics', 'pagecollect']);
  const said = useSayMasks();
  const { values } = useFilters();
  const { workspace } = useSession();
  const period = usePeriod();
  const go = useGo();
  const leak = LEAKS.find((one) => one === values.leak && one !== 'waiting') as Exclude<Leak, 'waiting'> | undefined;
  const measure = (measureOf(values.measure ?? '')?.key ?? 'voices') as MeasureKey;
  const list = useList(insightRowsRoute, {
    query: {
      ...(leak
        ? { leak }
        : { measure, ...Object.fromEntries(FILTER_KEYS.flatMap((key) => (values[key] ? [[key, values[key]]] : []))) }),
      from: period.from,
      to: period.to,
    },
  });
  const isCases = !leak && measureOf(measure)?.grain !== 'voice' && measureOf(measure)?.grain !== 'answer';
  const open = (row: InsightRow) => go(row.kind === 'case' ? `/cases/${row.id}` : `/feedback/${row.id}`);
  const columns: Column<InsightRow>[] = [
    {
      key: 'said',
      title: isCases ? t('rows.case') : t('rows.said'),
      render: (row) => (
        <span className="hy-row-line">
          {row.class && <SentimentTag value={row.class as FeedbackClass} bare />}
          <span className="hy-one-line">{said(row.text)}</span>
        </span>
      ),
    },
    {
      key: 'case',
      title: t('rows.case'),
      width: 210,
      from: 760,
      render: (row) =>
        row.caseId ? (
          <span className="hy-row-line">
            <GoLink to={`/cases/${row.caseId}`} className="hy-link">
              {t('rows.number', { number: row.caseNumber })}
            </GoLink>
            {row.status && <StatusTag value={row.status as CaseStatus} />}
          </span>
        ) : (
          <span className="hy-faint">{t('rows.noCase')}</span>
        ),
    },
    {
      key: 'channel',
      title: t('rows.channel'),
      width: 110,
      from: 900,
      render: (row) => (row.channel ? t(`pagecollect:channel.${row.channel}`) : ''),
    },
    {
      key: 'when',
      title: t('rows.when'),
      width: 130,
      align: 'right',
      render: (row) => <RelativeTime at={row.at} zone={workspace.timeZone} />,
    },
  ];
  const name = leak ? t(`leak.${leak}`) : t(`metrics:${measure}.name`);
  return (
    <div className="hy-column hy-insight-rows">
      <PageHeader
        back={{ to: leak ? '/' : '/insight', label: t('rows.back') }}
        title={isCases ? t('rows.titleCases') : t('rows.title')}
        sentence={t('rows.sentence', { name, from: period.from, to: period.to })}
      />
      <DataList
        list={list}
        label={t('rows.title')}
        rowKey={(row) => row.id}
        columns={columns}
        onOpen={open}
        narrow={(row) => (
          <span className="hy-insight-row">
            <span className="hy-one-line">{said(row.text)}</span>
            <small className="hy-faint">
              <RelativeTime at={row.at} zone={workspace.timeZone} />
              {row.caseNumber ? ` · ${t('rows.number', { number: row.caseNumber })}` : ''}
            </small>
          </span>
        )}
        empty={{ title: t('rows.empty'), text: t('rows.emptyText'), mood: 'search' }}
      />
    </div>
  );
}
