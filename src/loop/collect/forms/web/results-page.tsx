// What came of a questionnaire: its numbers with how sure they are, the way through the questions, and what was written.
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fillPath } from '../../../../kit/route.ts';
import { Chart } from '../../../../ui/chart.tsx';
import { useRead } from '../../../../ui/client/hooks.ts';
import { FilterBar } from '../../../../ui/filter-bar.tsx';
import { GoLink, usePathParam } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { FigureStrip, NumberDoor } from '../../../../ui/number-door.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import type { ScoreKind } from '../core/form.contract.ts';
import { getFormRoute } from '../core/form-routes.contract.ts';
import { exportFormRoute, formResultsRoute } from '../core/form-use.contract.ts';
import type { FormResults } from '../core/results.contract.ts';
import { scoreText } from './form-words.ts';
import { QuestionPart } from './question-result.tsx';
import { FormStateTag } from './state-tag.tsx';
import { WayThrough } from './way-through.tsx';
import './forms.css';

export function ResultsPage() {
  const { t, i18n } = useTranslation('pageforms');
  const id = usePathParam('formId');
  const filters = useFilters();
  const from = filters.get('dayFrom');
  const to = filters.get('dayTo');
  const version = filters.get('version');
  const query = { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(version ? { version } : {}) };
  const form = useRead(getFormRoute, { params: { id } }, { on: ['form.*'] });
  const read = useRead(formResultsRoute, { params: { id }, query }, { on: ['form.answered'] });
  const error = form.error ?? read.error;
  if (error) return <ErrorPlace error={error} onRetry={() => void read.refetch()} />;
  if (!form.data || !read.data) return <PageSkeleton />;
  const results = read.data;
  const head = results.questions.find((one) => one.score);
  const file = `${fillPath(exportFormRoute.path, { id })}?${new URLSearchParams(query)}`;
  return (
    <>
      <PageHeader
        title={form.data.name}
        sentence={t('results.sentence')}
        back={{ to: '/forms', label: t('title') }}
        beside={<FormStateTag value={form.data.state} />}
        action={
          <div className="fm-actions">
            <GoLink to={`/forms/${id}`} className="hy-link">
              {t('results.edit')}
            </GoLink>
            <a className="hy-link" href={file} download>
              <Icon name="download" size={14} /> {t('results.export')}
            </a>
          </div>
        }
      />
      <FilterBar
        fields={[{ kind: 'days', key: 'day', label: t('results.days') }]}
        end={
          results.versions.length > 1 && (
            <Select
              aria-label={t('results.version')}
              value={version || ''}
              popupMatchSelectWidth={false}
              options={[
                { value: '', label: t('results.allVersions') },
                ...results.versions.map((one) => ({
                  value: String(one.version),
                  label: t('results.versionOf', { version: one.version, count: one.completed }),
                })),
              ]}
              onChange={(value) => filters.set({ version: value || undefined })}
            />
          )
        }
      />
      <PageBody>
        {results.started === 0 ? (
          <EmptyPlace title={t('results.none')} text={t('results.noneText')} />
        ) : (
          <>
            <Figures results={results} head={head} language={i18n.language} />
            {results.periods.length > 1 && <Course results={results} kind={head?.kind as ScoreKind | undefined} />}
            <WayThrough results={results} />
            {results.questions.map((question, index) => (
              <QuestionPart key={question.id} formId={id} index={index} question={question} query={query} />
            ))}
          </>
        )}
      </PageBody>
    </>
  );
}

function Figures(props: {
  results: FormResults;
  head: FormResults['questions'][number] | undefined;
  language: string;
}) {
  const { t } = useTranslation('pageforms');
  const { results, head, language } = props;
  const kind = head?.kind as ScoreKind | undefined;
  const percent = (value: number) =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  const { completion, invited } = results;
  return (
    <FigureStrip label={t('results.title')}>
      {head?.score && kind && (
        <NumberDoor
          value={head.score.value}
          text={scoreText(kind, head.score.value, language)}
          label={t(`kindShort.${kind}`)}
          formula={t(`formula.${kind}`)}
          denominator={t('results.answeredOf', { count: head.score.answered })}
          note={t('results.interval', {
            low: scoreText(kind, head.score.low, language),
            high: scoreText(kind, head.score.high, language),
          })}
        />
      )}
      <NumberDoor
        value={results.completed}
        label={t('results.completed')}
        formula={t('formula.completed')}
        note={t('results.startedOf', { count: results.started })}
      />
      <NumberDoor
        value={completion.share}
        form="percent"
        label={t('results.completion')}
        formula={t('formula.completion')}
        note={
          completion.share === null
            ? t('results.going', { count: results.going })
            : t('results.interval', { low: percent(completion.low), high: percent(completion.high) })
        }
      />
      <NumberDoor
        value={results.dropped}
        label={t('results.dropped')}
        formula={t('formula.dropped')}
        note={t('results.going', { count: results.going })}
      />
      {invited.sent > 0 && (
        <NumberDoor
          value={invited.answered / invited.sent}
          form="percent"
          label={t('results.response')}
          formula={t('formula.response')}
          note={t('results.invited', { sent: invited.sent, answered: invited.answered })}
        />
      )}
    </FigureStrip>
  );
}

function Course({ results, kind }: { results: FormResults; kind: ScoreKind | undefined }) {
  const { t, i18n } = useTranslation('pageforms');
  const short = new Intl.DateTimeFormat(i18n.language, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const labels = results.periods.map((period) => short.format(Date.parse(period.from)));
  const score = (pick: (one: NonNullable<FormResults['periods'][number]['score']>) => number | null) =>
    results.periods.map((period) => (period.score && period.score.answered > 0 ? pick(period.score) : null));
  return (
    <Section title={t('results.course')} sentence={t(`results.step.${results.step}`)}>
      <div className="fm-course">
        {kind && (
          <Chart
            kind="line"
            title={t(`kindShort.${kind}`)}
            labels={labels}
            height={200}
            {...(kind === 'csat' ? { max: 1 } : {})}
            format={(value) => scoreText(kind, value, i18n.language)}
            series={[
              {
                name: t(`kindShort.${kind}`),
                values: score((one) => one.value),
                low: score((one) => one.low),
                high: score((one) => one.high),
                tone: 'accent',
              },
            ]}
          />
        )}
        <Chart
          kind="bar"
          title={t('results.completed')}
          labels={labels}
          height={200}
          series={[
            {
              name: t('results.completed'),
              tone: 'neutral',
              values: results.periods.map((period) => period.completed),
            },
          ]}
        />
      </div>
    </Section>
  );
}
