// Every report, latest period first, and whether drafts are made by themselves.
import { Button, Switch, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import {
  getReportSettingsRoute,
  listReportsRoute,
  type ReportRow,
  setReportSettingsRoute,
} from '../core/report.contract.ts';
import { NewReport } from './new-report.tsx';
import './reports.css';

export function ReportsPage() {
  const { t, i18n } = useTranslation('pagereports');
  const go = useGo();
  const mayEdit = useCan('report.edit');
  const [isAsking, setAsking] = useState(false);
  const list = useList(listReportsRoute, {}, { on: ['report.*'] });
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const state = (row: ReportRow) => (
    <>
      <PlainTag>{t(`state.${row.state !== 'draft' && row.hasDraft ? 'correcting' : row.state}`)}</PlainTag>
      {row.madeBy === 'schedule' && row.state === 'draft' && <span className="hy-faint"> {t('by_schedule')}</span>}
    </>
  );
  const create = mayEdit && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setAsking(true)}>
      {t('new')}
    </Button>
  );
  return (
    <div className="hy-column report-list">
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        action={
          <>
            <Monthly />
            {create}
          </>
        }
      />
      <DataList
        list={list}
        label={t('title')}
        rowKey={(row) => row.id}
        columns={[
          { key: 'title', title: t('column.title'), render: (row) => <strong>{row.title[language]}</strong> },
          {
            key: 'period',
            title: t('column.period'),
            width: 210,
            from: 700,
            render: (row) => `${row.from} – ${row.to}`,
          },
          { key: 'state', title: t('column.state'), width: 190, render: state },
          {
            key: 'version',
            title: t('column.version'),
            width: 90,
            align: 'right',
            from: 800,
            render: (row) => row.lastVersion,
          },
          {
            key: 'published',
            title: t('column.published'),
            width: 170,
            from: 900,
            render: (row) => (row.publishedAt ? <RelativeTime at={row.publishedAt} /> : '–'),
          },
        ]}
        narrow={(row) => (
          <div className="report-row">
            <strong>{row.title[language]}</strong>
            <span>
              {state(row)} <span className="hy-faint">{`${row.from} – ${row.to}`}</span>
            </span>
          </div>
        )}
        onOpen={(row) => go(`/reports/${row.id}`)}
        empty={{ title: t('empty'), text: t('empty_text'), action: create }}
      />
      {isAsking && <NewReport onClose={() => setAsking(false)} />}
    </div>
  );
}

function Monthly() {
  const { t } = useTranslation('pagereports');
  const mayEdit = useCan('report.edit');
  const read = useRead(getReportSettingsRoute);
  const save = useVerb(setReportSettingsRoute, { refresh: [getReportSettingsRoute] });
  if (!read.data) return null;
  return (
    <Tooltip title={t('monthly_hint')}>
      <span className="report-monthly">
        <Switch
          size="small"
          id="report-monthly"
          aria-label={t('monthly')}
          checked={read.data.monthly}
          disabled={!mayEdit || save.isPending}
          onChange={(monthly) => save.mutate({ body: { monthly } })}
        />
        <label htmlFor="report-monthly">{t('monthly')}</label>
      </span>
    </Tooltip>
  );
}
