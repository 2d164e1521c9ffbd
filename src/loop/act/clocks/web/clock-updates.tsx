// How far an edit of calendars or policies has reached among the cases under way.
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { ProgressPanel } from '../../../../ui/progress-panel.tsx';
import { listClockUpdatesRoute } from '../core/clock-update.contract.ts';

/** Shown while an edit is on its way, and once more for the last one that is done. */
export function ClockUpdates() {
  const { t } = useTranslation('pageclocks');
  const read = useRead(
    listClockUpdatesRoute,
    { query: { limit: 1 } },
    { on: ['calendar.*', 'policy.*'], everyMs: 4000 },
  );
  const last = read.data?.items[0];
  if (!last || last.total === 0) return null;
  return (
    <ProgressPanel
      title={t(`updates.${last.cause}`)}
      state={last.state === 'running' ? 'running' : 'done'}
      done={last.lookedAt}
      total={last.total}
      unit={t('updates.unit')}
      sentence={t('updates.changed', { count: last.changed })}
    />
  );
}
