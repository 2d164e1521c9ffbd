// How far an import is and what became of every row, with a door to each kind.
import { useTranslation } from 'react-i18next';
import { spanText } from '../../../../ui/clock-badge.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { ProgressPanel } from '../../../../ui/progress-panel.tsx';
import type { ImportView } from '../core/import.contract.ts';

const states = {
  uploaded: 'waiting',
  mapped: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'paused',
} as const;

export function ImportProgress({ view }: { view: ImportView }) {
  const { t, i18n } = useTranslation(['pagecollect', 'imports', 'ui']);
  const { t: tUi } = useTranslation('ui');
  const whole = new Intl.NumberFormat(i18n.language);
  const { counts } = view;
  const isRunning = view.state === 'running';
  const left = isRunning ? timeLeftMs(view) : null;
  const words = [
    t('imports:run.progress', { rows: whole.format(counts.read) }),
    isRunning && view.rowsPerSecond
      ? t('imports:run.speed', { rows: whole.format(Math.round(view.rowsPerSecond)) })
      : '',
    left === null ? '' : left < 60_000 ? tUi('progress.soon') : tUi('progress.left', { span: spanText(tUi, left) }),
    view.failure ? t(`imports:failures.${view.failure}`) : '',
  ].filter(Boolean);
  const door = (value: number, to: string, search?: Record<string, string>) =>
    value > 0 ? (
      <GoLink to={to} className="hy-link" {...(search ? { search } : {})}>
        {whole.format(value)}
      </GoLink>
    ) : (
      0
    );
  return (
    <ProgressPanel
      title={t('pagecollect:import.progress')}
      state={states[view.state]}
      done={Math.round(view.progress * 10_000)}
      total={isRunning && view.progress === 0 ? null : 10_000}
      unit={t('pagecollect:import.rows')}
      sentence={words.join(' · ')}
      counts={[
        { label: t('imports:counts.recorded'), value: door(counts.recorded, '/feedback') },
        { label: t('imports:counts.duplicates'), value: counts.duplicates },
        { label: t('imports:counts.quarantined'), value: door(counts.quarantined, '/quarantine') },
        {
          label: t('imports:counts.rejected'),
          value: counts.rejected,
          ...(counts.rejected > 0 ? { tone: 'negative' as const } : {}),
        },
      ]}
    />
  );
}

/** Rows still to read at the present speed; the number of rows is judged by the part of the file read. */
export function timeLeftMs(view: Pick<ImportView, 'progress' | 'rowsPerSecond' | 'counts'>): number | null {
  if (!view.rowsPerSecond || view.progress <= 0) return null;
  const rows = view.counts.read / view.progress - view.counts.read;
  return (rows / view.rowsPerSecond) * 1000;
}
