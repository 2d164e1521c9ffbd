// One report: its figures section by section, the words around them, what stays hidden, and its versions.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink, usePathParam } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { getReportRoute, listReportsRoute, type ReportView, writeReportRoute } from '../core/report.contract.ts';
import type { ReportTexts } from '../core/report-texts.contract.ts';
import { ReportDeeds } from './report-deeds.tsx';
import { ReportSections } from './report-sections.tsx';
import { WordsFields } from './text-fields.tsx';
import './reports.css';

export function ReportPage() {
  const id = usePathParam('reportId');
  const version = useFilters().get('version');
  const query = version ? { version } : {};
  const read = useRead(getReportRoute, { params: { id }, query }, { on: ['report.*'] });
  if (read.isError) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { open } = read.data;
  return <Editor key={`${open.version} ${open.state} ${open.editedAt} ${open.computedAt}`} report={read.data} />;
}

function Editor({ report }: { report: ReportView }) {
  const { t, i18n } = useTranslation(['pagereports', 'reports']);
  const toast = useToast();
  const { open } = report;
  const mayWrite = useCan('report.edit') && open.state === 'draft';
  const [texts, setTexts] = useState<ReportTexts>(open.texts);
  const isChanged = JSON.stringify(texts) !== JSON.stringify(open.texts);
  const save = useVerb(writeReportRoute, {
    refresh: [getReportRoute, listReportsRoute],
    onDone: () => toast.done(t('said.saved')),
    onProblem: (problem) => toast.problem(problem),
  });
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <>
      <PageHeader
        back={{ to: '/reports', label: t('back') }}
        title={texts.title[language]}
        sentence={t('period_line', { ...report })}
        beside={
          <PlainTag>{`${t('version', { version: open.version })} · ${t(`version_state.${open.state}`)}`}</PlainTag>
        }
        action={
          mayWrite && isChanged ? (
            <Button
              type="primary"
              loading={save.isPending}
              onClick={() => save.mutate({ params: { id: report.id }, body: texts })}
            >
              {t('deed.save')}
            </Button>
          ) : undefined
        }
      >
        <ReportDeeds report={report} isChanged={isChanged} />
        {report.withdrawnReason && <p className="hy-ink-negative">{report.withdrawnReason}</p>}
      </PageHeader>
      <PageBody>
        <p className="hy-quiet">
          {t('computed')} <RelativeTime at={open.computedAt} /> · {t('took', { ms: open.computeMs })} ·{' '}
          {open.hidden.length === 0 ? t('hidden.none') : t('hidden.note', { count: open.hidden.length })}
        </p>
        <Section title={t('words.title')}>
          <WordsFields
            id="report-title"
            label={t('words.title')}
            lines={1}
            readOnly={!mayWrite}
            value={texts.title}
            onChange={(title) => setTexts({ ...texts, title })}
          />
        </Section>
        <ReportSections report={report} texts={texts} readOnly={!mayWrite} onChange={setTexts} />
        <Section title={t('versions')}>
          <ul className="report-versions">
            {report.versions.map((one) => (
              <li key={one.version}>
                <GoLink to={`/reports/${report.id}`} search={{ version: String(one.version) }} className="hy-link">
                  {t('version', { version: one.version })}
                </GoLink>
                <PlainTag>{t(`version_state.${one.state}`)}</PlainTag>
                {one.publishedAt && (
                  <span className="hy-quiet">
                    <RelativeTime at={one.publishedAt} /> {t('by', { name: one.publishedBy })}
                  </span>
                )}
                {one.reason && <span>{one.reason}</span>}
                {one.digest && <code className="hy-faint">{t('digest', { digest: one.digest.slice(0, 16) })}</code>}
              </li>
            ))}
          </ul>
        </Section>
      </PageBody>
    </>
  );
}
