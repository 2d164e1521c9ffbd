// The loop as a funnel: six stages in their own hues, how many reach each, how long it takes, and where voices are lost.
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { NumberDoor, numberText } from '../../../../ui/number-door.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Bone } from '../../../../ui/skeletons.tsx';
import { type FunnelStage, type FunnelView, getFunnelRoute } from '../core/funnel.contract.ts';
import { leakDoor } from './leak-door.ts';
import { timeText } from './measure-text.part.tsx';
import './funnel.css';

const HEARD = ['feedback.*', 'judgement.*', 'case.*', 'reply.*', 'reporters.*', 'report.*', 'roadmap.*'];

/** @param period calendar days of the shop, both included */
export function LoopFunnel({ period }: { period: { from: string; to: string } }) {
  const { t } = useTranslation(['insight', 'ui']);
  const read = useRead(getFunnelRoute, { query: period }, { on: HEARD, everyMs: 15_000 });
  if (read.error && !read.data) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  const view = read.data;
  const counting = view && view.countingDays > 0 ? ` ${t('funnel.counting', { count: view.countingDays })}` : '';
  return (
    <Section
      title={t('funnel.title')}
      sentence={`${t('funnel.cohort', { from: period.from, to: period.to })}${counting}`}
      flush
    >
      {view ? (
        <ol className="hy-loop">
          {view.stages.map((stage, index) => (
            <Stage key={stage.stage} stage={stage} view={view} before={view.stages[index - 1]} />
          ))}
        </ol>
      ) : (
        <div className="hy-loop-wait">
          <Bone width="100%" height={180} />
        </div>
      )}
    </Section>
  );
}

function Stage({ stage, view, before }: { stage: FunnelStage; view: FunnelView; before: FunnelStage | undefined }) {
  const { t, i18n } = useTranslation(['insight', 'ui']);
  const language = i18n.language;
  const most = Math.max(1, view.stages[0]?.count ?? 1);
  const plain = (count: number) => numberText(count, 'plain', language);
  const window = `${view.from} – ${view.to} (${view.timeZone})`;
  const leaks = stage.leaks.filter((one) => one.count > 0);
  const ink = { color: `var(--stage-${stage.stage})` };
  return (
    <li className="hy-loop-stage">
      <h3 style={ink}>
        <i aria-hidden />
        {t(`ui:stage.${stage.stage}`)}
      </h3>
      <Flow from={(before ?? stage).count / most} to={stage.count / most} stage={stage.stage} />
      <div className="hy-loop-count">
        <NumberDoor
          value={stage.count}
          metric={stage.stage === 'collect' ? 'feedback' : stage.stage === 'understand' ? 'voices' : 'stage_share'}
          window={window}
          {...stageDoor(stage.stage, view)}
        />
        <span className="hy-quiet">{t(`funnel.what.${stage.stage}`)}</span>
      </div>
      <p className="hy-loop-share hy-quiet">
        {stage.stage === 'understand' && before && before.count > stage.count
          ? t('funnel.folded', { text: plain(before.count - stage.count) })
          : stage.share !== null && stage.stage !== 'understand'
            ? t('funnel.goesOn', { text: numberText(stage.share, 'percent', language) })
            : '\u00a0'}
      </p>
      <p className="hy-loop-time">
        <span className="hy-faint">{t(`funnel.timed.${stage.stage}`)}</span>
        {stage.medianMs === null ? (
          <span className="hy-faint">{t('funnel.untimed')}</span>
        ) : (
          <>
            <NumberDoor
              size="inline"
              value={stage.medianMs}
              text={t('funnel.time', { text: timeText(stage.medianMs, language, t) })}
              metric="stage_time"
              denominator={plain(stage.timed)}
              window={window}
            />
            <span className="hy-faint">{t('funnel.slow', { text: timeText(stage.p90Ms ?? 0, language, t) })}</span>
          </>
        )}
      </p>
      {leaks.length > 0 && (
        <ul className="hy-loop-leaks" aria-label={t('funnel.leaks')}>
          {leaks.map(({ leak, count }) => (
            <li key={leak}>
              <NumberDoor
                size="inline"
                tone="negative"
                value={count}
                metric={leak}
                window={window}
                {...leakDoor(leak, view)}
              />
              <span>{t(`leak.${leak}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Where the voices that reached a stage can be read. */
function stageDoor(stage: FunnelStage['stage'], view: FunnelView): { to?: string; search?: Record<string, string> } {
  const days = { saidFrom: view.from, saidTo: view.to };
  if (stage === 'collect') return { to: '/feedback', search: days };
  if (stage === 'understand') return { to: '/feedback', search: { ...days, repeats: 'hide' } };
  if (stage === 'act') return { to: '/feedback', search: { ...days, case: 'yes', repeats: 'hide' } };
  return {};
}

/** The stream narrows from one stage to the next; heights are shares of what came in, from zero. */
function Flow({ from, to, stage }: { from: number; to: number; stage: string }) {
  const height = (share: number) => (share > 0 ? Math.max(1.5, share * 56) : 0);
  const [a, b] = [height(from), height(to)];
  const ink = `var(--stage-${stage})`;
  return (
    <svg className="hy-loop-flow" viewBox="0 0 100 56" preserveAspectRatio="none" aria-hidden>
      <line x1="0" y1="56" x2="100" y2="56" stroke="var(--line)" vectorEffect="non-scaling-stroke" />
      <path d={`M0 ${56 - a}C18 ${56 - a} 22 ${56 - b} 40 ${56 - b}H100V56H0Z`} fill={ink} opacity="0.2" />
      <path d={`M40 ${56 - b}H100`} stroke={ink} strokeWidth="2" vectorEffect="non-scaling-stroke" fill="none" />
    </svg>
  );
}
