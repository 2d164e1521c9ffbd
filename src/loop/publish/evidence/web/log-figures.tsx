// The log in one strip: its size, when it was signed, its key, its last audit.
import { useTranslation } from 'react-i18next';
import { FigureStrip, NumberDoor } from '../../../../ui/number-door.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import type { LogView } from '../core/evidence.contract.ts';

export function LogFigures({ log }: { log: LogView }) {
  const { t } = useTranslation('evidence');
  const { head, lastAudit } = log;
  return (
    <div className="hy-evidence-strip">
      <FigureStrip label={t('title')}>
        <NumberDoor
          value={log.size}
          label={t('log.size')}
          formula={t('log.sizeHow')}
          note={head ? <RelativeTime at={head.at} /> : undefined}
        />
        <NumberDoor
          value={null}
          label={t('log.root')}
          text={head ? `${head.root.slice(0, 12)}…` : '–'}
          formula={t('log.rootHow')}
          denominator={head?.root}
        />
        <NumberDoor
          value={null}
          label={t('log.fingerprint')}
          text={log.fingerprint ? `${log.fingerprint.slice(0, 14)} …` : '–'}
          formula={t('log.keyHow')}
          denominator={log.fingerprint ?? undefined}
          note={
            <a href={log.checkPath} target="_blank" rel="noreferrer">
              {t('log.check')}
            </a>
          }
        />
        <NumberDoor
          value={null}
          label={t('audit.heading')}
          text={lastAudit ? auditWord(t, lastAudit) : t('audit.never')}
          tone={lastAudit?.state === 'broken' ? 'negative' : 'plain'}
          formula={t('audit.sentence')}
          note={lastAudit?.finishedAt ? <RelativeTime at={lastAudit.finishedAt} /> : undefined}
        />
      </FigureStrip>
    </div>
  );
}

/** One word on how an audit stands. */
export function auditWord(
  t: (key: string, values?: Record<string, unknown>) => string,
  audit: NonNullable<LogView['lastAudit']>,
): string {
  if (audit.state === 'broken') return t('audit.broken', { count: audit.faults.length });
  return t(`audit.${audit.state}`);
}
