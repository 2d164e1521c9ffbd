// Whether what was done has helped: scores, confirmations, disputes and repeats of a period, each with its interval and its rows.
import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useSession } from '../../../../ui/client/session.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { PERIODS, periodOf, todayIn } from '../../../../ui/period.ts';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { RATING_DIMENSIONS, ratingSummaryRoute } from '../../ratings/core/rating.contract.ts';
import { GATE_DIMENSIONS, gateSummaryRoute, listRoundsRoute } from '../core/gate.contract.ts';
import { type Breakdown, BreakdownTable } from './breakdown.tsx';
import { VerifyFigures } from './verify-figures.tsx';
import { VerifyTrends } from './verify-trends.tsx';
import { WaitingRounds } from './waiting-rounds.tsx';
import './verify.css';

const LIVE = ['fix.*', 'rating.*', 'repeat.found', 'case.resolved'];

export function VerifyPage() {
  const { t } = useTranslation('pageverify');
  const { workspace } = useSession();
  const go = useGo();
  const filters = useFilters();
  const period = periodOf(filters.values, todayIn(workspace.timeZone, useNow('minute')));
  const by: Breakdown = RATING_DIMENSIONS.find((one) => one === filters.get('by')) ?? 'theme';
  const gateBy = GATE_DIMENSIONS.find((one) => one === by);
  const span = { from: period.from, to: period.to };
  const ratings = useRead(ratingSummaryRoute, { query: { ...span, by } }, { on: LIVE });
  const gate = useRead(gateSummaryRoute, { query: { ...span, ...(gateBy ? { by: gateBy } : {}) } }, { on: LIVE });
  const waiting = useRead(listRoundsRoute, { query: { state: 'waiting', limit: 6 } }, { on: LIVE });
  const failed = [ratings, gate, waiting].find((read) => read.error && !read.data);
  if (failed) return <ErrorPlace error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!ratings.data || !gate.data || !waiting.data) return <PageSkeleton />;
  const isEmpty = gate.data.resolved === 0 && ratings.data.response.of === 0;
  const isStale = ratings.isPlaceholderData || gate.isPlaceholderData;
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        action={
          <div className="verify-period">
            <Segmented
              value={period.kind}
              aria-label={t('period.label')}
              options={[
                ...PERIODS.map((value) => ({
                  value: value as string,
                  label: t('period.days', { count: Number(value) }),
                })),
                { value: 'own', label: t('period.own'), disabled: period.kind !== 'own' },
              ]}
              onChange={(value) =>
                value !== 'own' &&
                filters.step({ days: value === '30' ? undefined : value, from: undefined, to: undefined })
              }
            />
            <DatePicker.RangePicker
              aria-label={t('period.label')}
              allowClear={false}
              value={[dayjs(period.from), dayjs(period.to)]}
              onChange={(range) =>
                range?.[0] &&
                range[1] &&
                filters.step({
                  from: range[0].format('YYYY-MM-DD'),
                  to: range[1].format('YYYY-MM-DD'),
                  days: undefined,
                })
              }
            />
            <Button icon={<Icon name="settings" size={16} />} onClick={() => go('/verify/rules')}>
              {t('rules.open')}
            </Button>
          </div>
        }
      />
      <PageBody>
        {isEmpty && waiting.data.waiting === 0 ? (
          <EmptyPlace
            title={t('empty.title')}
            text={t('empty.text')}
            action={
              <Button type="primary" onClick={() => go('/cases')}>
                {t('empty.action')}
              </Button>
            }
          />
        ) : (
          <div className={isStale ? 'verify-board verify-stale' : 'verify-board'}>
            <VerifyFigures ratings={ratings.data} gate={gate.data} waitingNow={waiting.data.waiting} />
            <WaitingRounds rounds={waiting.data} />
            <VerifyTrends ratings={ratings.data} gate={gate.data} />
            <BreakdownTable
              by={by}
              ratings={ratings.data}
              gate={gate.data}
              onBy={(value) => filters.set({ by: value })}
            />
          </div>
        )}
      </PageBody>
    </>
  );
}
