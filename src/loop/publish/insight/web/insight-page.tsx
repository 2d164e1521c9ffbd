// The explorer of insight: a question in the address, its answer as a table or a picture, every value a door to its sentences.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { asProblem } from '../../../../ui/client/problem.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { exploreRoute, type InsightAnswer } from '../core/insight.contract.ts';
import { tableOf } from './export-table.ts';
import { InsightChart } from './insight-chart.tsx';
import { useKeyNames } from './key-names.ts';
import { PeriodPicker, usePeriod } from './period-picker.part.tsx';
import { PivotTable } from './pivot-table.tsx';
import { type AskedQuestion, fits, isMany, questionOf } from './question.ts';
import { QuestionBar } from './question-bar.tsx';
import { SavedQuestions } from './saved-questions.tsx';
import './insight.css';

export function InsightPage() {
  const { t } = useTranslation(['insight', 'metrics']);
  const filters = useFilters();
  const question = questionOf(filters.values);
  const period = usePeriod();
  const isFit = fits(question);
  const read = useRead(
    exploreRoute,
    {
      query: {
        measures: question.measures,
        ...(question.rows ? { rows: question.rows } : {}),
        ...(question.columns ? { columns: question.columns } : {}),
        ...(question.compare ? { compare: 'previous' as const } : {}),
        from: period.from,
        to: period.to,
        ...question.filters,
      },
    },
    { enabled: isFit, on: ['feedback.judged', 'judgement.*', 'case.*', 'rating.*'] },
  );
  return (
    <>
      <PageHeader title={t('title')} sentence={t('sentence')} action={<PeriodPicker />} />
      <PageBody>
        <div className="hy-insight">
          <SavedQuestions />
          <QuestionBar question={question} />
          <Answer question={question} isFit={isFit} read={read} />
        </div>
      </PageBody>
    </>
  );
}

function Answer(props: {
  question: AskedQuestion;
  isFit: boolean;
  read: ReturnType<typeof useRead<typeof exploreRoute>>;
}) {
  const { t } = useTranslation('insight');
  const { question, isFit, read } = props;
  if (!isFit) return <EmptyPlace mood="search" title={t('odd.title')} text={t('odd.text')} />;
  if (read.error) {
    const { code } = asProblem(read.error);
    if (code === 'too_much_to_count')
      return <EmptyPlace mood="search" title={t('tooMuch.title')} text={t('tooMuch.text')} />;
    return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  }
  const answer = read.data;
  if (!answer || !answersThis(answer, question)) return <RowsSkeleton rows={8} />;
  const isEmpty = answer.total.every((value) => value.base === 0);
  if (isEmpty) return <EmptyPlace mood="search" title={t('empty.title')} text={t('empty.text')} />;
  return (
    <section className={read.isPlaceholderData ? 'hy-answer hy-answer-stale' : 'hy-answer'} aria-label={t('title')}>
      {question.look === 'chart' && question.rows !== '' ? (
        <InsightChart answer={answer} question={question} />
      ) : (
        <PivotTable answer={answer} question={question} />
      )}
      <footer>
        <div className="hy-faint">
          {answer.leftOut.rows > 0 && <p>{t('leftOut', { count: answer.leftOut.rows })}</p>}
          {answer.leftOut.columns > 0 && <p>{t('leftOutColumns', { count: answer.leftOut.columns })}</p>}
          {[question.rows, question.columns].filter(isMany).map((key) => (
            <p key={key}>{t('many', { dimension: t(`dimension.${key}`) })}</p>
          ))}
          {answer.counting && <p>{t('counting')}</p>}
        </div>
        <Tools answer={answer} question={question} />
      </footer>
    </section>
  );
}

/** While another answer is on its way the old one has another shape: it must not be drawn under the new headings. */
function answersThis(answer: InsightAnswer, question: AskedQuestion): boolean {
  return (
    answer.measures.join() === question.measures.join() &&
    answer.rowTotals.length > 0 === (question.rows !== '' && answer.rows.length > 0) &&
    (question.columns === '' ? answer.columns.length === 0 : true) &&
    (question.rows === '' ? answer.rows.length === 0 : true) &&
    (question.rows !== '' && question.columns !== '' ? answer.cells.length === answer.rows.length : true)
  );
}

function Tools({ answer, question }: { answer: InsightAnswer; question: AskedQuestion }) {
  const { t } = useTranslation(['insight', 'metrics']);
  const toast = useToast();
  const nameOf = useKeyNames();
  const save = () => {
    const text = tableOf(
      answer,
      { rows: question.rows, columns: question.columns },
      (side, index) =>
        nameOf(
          side === 'rows' ? question.rows : question.columns,
          (side === 'rows' ? answer.rows : answer.columns)[index]!,
        ),
      { measure: (key) => t(`metrics:${key}.name`), total: t('total'), low: '2.5 %', high: '97.5 %', base: 'n' },
    );
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    link.download = `huiyin-${answer.from}-${answer.to}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <div className="hy-answer-tools">
      <GoLink to="/insight/dictionary" search={{ metric: question.measures[0]! }} className="hy-link">
        {t('dictionaryLink')}
      </GoLink>
      <Button
        icon={<Icon name="link" size={16} />}
        onClick={() => {
          void navigator.clipboard?.writeText(location.href).then(() => toast.done(t('copied')));
        }}
      >
        {t('copyLink')}
      </Button>
      <Button icon={<Icon name="download" size={16} />} onClick={save}>
        {t('export')}
      </Button>
    </div>
  );
}
