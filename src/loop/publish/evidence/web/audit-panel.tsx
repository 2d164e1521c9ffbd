// Audits of the log: start one, watch it, read what former ones found.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList, useVerb } from '../../../../ui/client/hooks.ts';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { ProgressPanel } from '../../../../ui/progress-panel.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import {
  type AuditView,
  listEvidenceAuditsRoute,
  readEvidenceLogRoute,
  startEvidenceAuditRoute,
} from '../core/evidence.contract.ts';
import { auditWord } from './log-figures.tsx';

export function AuditPanel({ canStart }: { canStart: boolean }) {
  const { t } = useTranslation('evidence');
  const audits = useList(listEvidenceAuditsRoute, { query: {} }, { on: ['evidence.*'] });
  const running = audits.items.find((one) => one.state === 'waiting' || one.state === 'running');
  const start = useVerb(startEvidenceAuditRoute, { refresh: [listEvidenceAuditsRoute, readEvidenceLogRoute] });
  return (
    <div className="hy-evidence-audits">
      <p className="hy-quiet">{t('audit.sentence')}</p>
      {running ? (
        <ProgressPanel
          title={t('audit.running')}
          state="running"
          done={running.done}
          total={running.size}
          unit={t('log.size')}
        />
      ) : (
        <Button type="primary" disabled={!canStart} loading={start.isPending} onClick={() => start.mutate({})}>
          {t('audit.start')}
        </Button>
      )}
      {audits.error && <ErrorPlace error={audits.error} onRetry={() => audits.retry()} />}
      {audits.status === 'loading' && <TextSkeleton lines={3} />}
      {audits.status === 'ready' && audits.items.length === 0 && <EmptyPlace title={t('audit.never')} mood="quiet" />}
      <ul className="hy-evidence-audit-list">
        {audits.items
          .filter((one) => one.finishedAt)
          .map((one) => (
            <AuditLine key={one.id} audit={one} />
          ))}
      </ul>
    </div>
  );
}

function AuditLine({ audit }: { audit: AuditView }) {
  const { t, i18n } = useTranslation('evidence');
  const count = (value: number) => value.toLocaleString(i18n.language);
  return (
    <li>
      <b className={audit.state === 'broken' ? 'hy-evidence-broken' : undefined}>{auditWord(t, audit)}</b>{' '}
      <span className="hy-quiet">
        {t('audit.done', { done: count(audit.done), size: count(audit.size) })} ·{' '}
        <RelativeTime at={audit.finishedAt!} /> · {t('audit.by', { name: audit.byName })}
      </span>
      {audit.erased > 0 && <div className="hy-quiet">{t('audit.erased', { count: audit.erased })}</div>}
      {audit.faults.slice(0, 20).map((one) => (
        <div key={`${one.seq} ${one.fault}`} className="hy-evidence-broken">
          {one.seq < 0 ? t('audit.whole') : `${t('audit.at')} ${count(one.seq)}`}: {t(`auditFault.${one.fault}`)}
        </div>
      ))}
    </li>
  );
}
