// What the engine gets right in this shop: every share with its interval and number, and the versions that made it so.
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { FigureStrip, NumberDoor } from '../../../../ui/number-door.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { type AccuracyView, ENOUGH_CHECKS, getAccuracyRoute, type ShareView } from '../core/accuracy.contract.ts';
import { AgreementParts } from './agreement-parts.tsx';
import { EnginePanel } from './engine-panel.tsx';
import { intervalText, rangeText } from './interval-text.ts';
import { newRound } from './new-round.ts';
import { VersionList } from './version-list.tsx';
import './accuracy.css';

const PERIODS = ['30', '90', '365'];

export function AccuracyPage() {
  const { t } = useTranslation('accuracy');
  const filters = useFilters();
  const go = useGo();
  const mayCheck = useCan('judgement.correct');
  const days = PERIODS.includes(filters.get('days')) ? filters.get('days') : '90';
  const read = useRead(
    getAccuracyRoute,
    { query: { days: Number(days) } },
    { on: ['judgement.corrected', 'learning.*'], freshMs: 0 },
  );
  if (read.error && !read.data) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const view = read.data;
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        action={
          mayCheck && (
            <Button type="primary" onClick={() => go('/review-labels', newRound())}>
              {t('check')}
            </Button>
          )
        }
      />
      <PageBody>
        <div className="hy-accuracy-bar">
          <Segmented
            value={days}
            aria-label={t('period')}
            options={PERIODS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
            onChange={(value) => filters.step({ days: value === '90' ? undefined : value })}
          />
        </div>
        <MainShares view={view} />
        {view.checked.of === 0 ? (
          <EmptyPlace title={t('empty')} text={t('emptyText')} />
        ) : (
          <AgreementParts view={view} />
        )}
        <EnginePanel />
        <VersionList />
      </PageBody>
    </>
  );
}

function MainShares({ view }: { view: AccuracyView }) {
  const { t, i18n } = useTranslation('accuracy');
  const window = `${view.from} – ${view.to} (${view.timeZone})`;
  const whole = new Intl.NumberFormat(i18n.language);
  const figure = (key: 'sample' | 'checked' | 'sure' | 'doubtful', share: ShareView) => (
    <NumberDoor
      key={key}
      form="percent"
      value={share.of < ENOUGH_CHECKS ? null : share.share}
      label={t(`share.${key}`)}
      formula={t(`share.${key}Formula`)}
      denominator={t('of', { count: share.of, n: whole.format(share.of) })}
      window={window}
      {...(share.of < ENOUGH_CHECKS ? {} : { interval: rangeText(share, i18n.language) })}
      note={
        share.of < ENOUGH_CHECKS
          ? t('tooFew', { n: whole.format(share.of), enough: ENOUGH_CHECKS })
          : intervalText(t, share, i18n.language)
      }
    />
  );
  return (
    <FigureStrip label={t('title')}>
      {figure('sample', view.sample)}
      {figure('checked', view.checked)}
      {figure('sure', view.sure)}
      {figure('doubtful', view.doubtful)}
    </FigureStrip>
  );
}
