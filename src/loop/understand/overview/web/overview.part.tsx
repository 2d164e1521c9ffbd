// The first screen: what customers said in a period, how they felt, what about, where; every number leads to its rows.
import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useSession } from '../../../../ui/client/session.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { PERIODS, periodOf, todayIn } from '../../../../ui/period.ts';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { getOverviewRoute } from '../core/overview.contract.ts';
import { ChannelTable, ProductTable } from './breakdown-tables.tsx';
import { DaysChart } from './days-chart.tsx';
import { FirstSteps } from './first-steps.tsx';
import { MainFigures } from './main-figures.tsx';
import { SentimentSplit } from './sentiment-split.tsx';
import { ThemeMoves } from './theme-moves.tsx';
import './overview.css';

/**
 * @param before what later rooms put above the figures, for example open cases and clocks
 * @param after what later rooms put below the main figures: how far voices have come
 * @param isReading feedback has come in and is still being judged: an empty shop is then not empty
 */
export function Overview({
  before,
  after,
  isReading = false,
}: {
  before?: ReactNode;
  after?: ReactNode;
  isReading?: boolean;
}) {
  const { t } = useTranslation('pageoverview');
  const { workspace } = useSession();
  const filters = useFilters();
  const period = periodOf(filters.values, todayIn(workspace.timeZone, useNow('minute')));
  const read = useRead(
    getOverviewRoute,
    { query: { from: period.from, to: period.to } },
    { on: ['feedback.judged', 'judgement.corrected'] },
  );
  const isQuiet = read.data !== undefined && read.data.voices.base === 0;
  // Without dates the answer ends at the newest feedback: nothing there means nothing at all.
  const newest = useRead(getOverviewRoute, { query: {} }, { enabled: isQuiet, on: ['feedback.judged'] });
  if (read.error && !read.data) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data || (isQuiet && !newest.data && !newest.error)) return <PageSkeleton />;
  const isNew = isQuiet && newest.data?.voices.base === 0;
  if (isNew && !isReading) return <FirstSteps />;
  const view = read.data;
  const switcher = (
    <div className="hy-overview-period">
      <Segmented
        value={period.kind}
        aria-label={t('period.label')}
        options={[
          ...PERIODS.map((value) => ({ value: value as string, label: t('period.days', { count: Number(value) }) })),
          { value: 'own', label: t('period.own'), disabled: period.kind !== 'own' },
        ]}
        onChange={(value) =>
          value !== 'own' && filters.step({ days: value === '30' ? undefined : value, from: undefined, to: undefined })
        }
      />
      <DatePicker.RangePicker
        aria-label={t('period.label')}
        allowClear={false}
        value={[dayjs(period.from), dayjs(period.to)]}
        onChange={(range) =>
          range?.[0] &&
          range[1] &&
          filters.step({ from: range[0].format('YYYY-MM-DD'), to: range[1].format('YYYY-MM-DD'), days: undefined })
        }
      />
    </div>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence', { from: view.previousFrom, to: view.previousTo })}
        action={switcher}
      />
      <PageBody>
        {before}
        {isNew ? null : isQuiet ? (
          <EmptyPlace
            title={t('quiet')}
            text={t('quietText')}
            action={
              newest.data && (
                <Button onClick={() => filters.step({ from: newest.data?.from, to: newest.data?.to, days: undefined })}>
                  {t('toNewest')}
                </Button>
              )
            }
          />
        ) : (
          <div className={read.isPlaceholderData ? 'hy-overview hy-overview-stale' : 'hy-overview'}>
            <MainFigures view={view} />
            {after}
            <div className="hy-overview-two hy-overview-wide">
              <DaysChart view={view} />
              <SentimentSplit view={view} />
            </div>
            <div className="hy-overview-two">
              <ThemeMoves view={view} kind="rising" />
              <ThemeMoves view={view} kind="falling" />
            </div>
            <div className="hy-overview-two">
              <ThemeMoves view={view} kind="top" />
              <ProductTable view={view} />
            </div>
            <ChannelTable view={view} />
          </div>
        )}
      </PageBody>
    </>
  );
}
