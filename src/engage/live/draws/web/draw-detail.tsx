// One draw: its form while it is one, afterwards what was published, who won, and what may still be done.
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Terms } from '../../../../ui/section.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useNow } from '../../../../ui/use-now.ts';
import * as contract from '../core/draw.contract.ts';
import { EXCLUSION_REASONS, type ExclusionReason } from '../core/draw-rules.contract.ts';
import { DrawForm } from './draw-form.tsx';
import { SeedRow } from './seed-row.tsx';
import './seed-calls.css';

export function DrawDetail({ id }: { id: string }) {
  const read = useRead(contract.readDrawRoute, { params: { id } }, { on: ['draw.*'], everyMs: 10_000 });
  if (read.isError && !read.data) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <RowsSkeleton rows={6} height={48} />;
  return read.data.state === 'draft' ? <DrawForm draw={read.data} /> : <OpenDraw draw={read.data} />;
}

function OpenDraw({ draw }: { draw: contract.DrawView }) {
  const { t } = useTranslation('draws');
  const toast = useToast();
  const mayEdit = useCan('draw.edit');
  const now = useNow('second');
  const [reason, setReason] = useState('');
  const [pid, setPid] = useState('');
  const [why, setWhy] = useState<ExclusionReason>('same_person');
  const refresh = [contract.readDrawRoute, contract.listDrawsRoute];
  const options = (said: string) => ({
    refresh,
    onDone: () => toast.done(t(`said.${said}`)),
    onProblem: (problem: Error) => toast.problem(problem),
  });
  const cancel = useVerb(contract.cancelDrawRoute, options('cancelled'));
  const claim = useVerb(contract.claimPrizeRoute, options('claim'));
  const exclude = useVerb(contract.excludeEntryRoute, options('excluded'));
  const params = { id: draw.id };
  const when = (at: string | null) => (at ? <RelativeTime at={at} full /> : '–');
  const code = (value: string | null) => (value ? <code className="draw-hash">{value}</code> : '–');
  return (
    <div className="draw-open">
      {draw.waitsForSeed && draw.revealBy && (
        <div className="seed-calls">
          <SeedRow draw={draw} now={now} mayEdit={mayEdit} isFirst={false} />
        </div>
      )}
      <h3>{draw.title}</h3>
      <p className="draw-sum">
        <PlainTag>{t(`state.${draw.state}`)}</PlainTag>
        {draw.entries !== null && <span className="hy-quiet">{t('entries', { count: draw.entries })}</span>}
      </p>
      {draw.endReason && (
        <div className="draw-end">
          <strong>{t(`end.${draw.endReason}`, { defaultValue: draw.endReason })}</strong>
          {draw.state === 'void' && <p className="hy-quiet">{t('void_hint')}</p>}
        </div>
      )}
      {draw.publicPath && (
        <p className="draw-sum">
          <a className="hy-link" href={draw.publicPath} target="_blank" rel="noreferrer">
            {t('deed.public')}
          </a>
          <a className="hy-link" href={`${draw.publicPath}/file.json`}>
            {t('deed.file')}
          </a>
        </p>
      )}
      <Terms
        rows={[
          { term: t('column.closes'), value: when(draw.closesAt) },
          ...(draw.revealBy ? [{ term: t('reveal_by'), value: when(draw.revealBy) }] : []),
          { term: t('chance_term'), value: draw.chance ? t(`chance.${draw.chance}`) : '–' },
          { term: t('page.commitment'), value: code(draw.commitment) },
          { term: t('page.root'), value: code(draw.root) },
        ]}
      />
      {draw.state === 'open' && mayEdit && (
        <section>
          <div className="draw-deeds">
            <Input
              aria-label={t('exclude_help')}
              placeholder={t('exclude_help')}
              maxLength={32}
              value={pid}
              onChange={(event) => setPid(event.target.value.trim())}
            />
            <Select
              aria-label={t('exclude_reason')}
              value={why}
              options={EXCLUSION_REASONS.map((value) => ({ value, label: t(`exclusion.${value}`) }))}
              onChange={setWhy}
            />
            <Button
              disabled={!/^[0-9a-f]{32}$/.test(pid)}
              onClick={() => exclude.mutate({ params, body: { pid, reason: why } })}
            >
              {t('deed.exclude')}
            </Button>
          </div>
          <div className="draw-deeds">
            <Input
              aria-label={t('confirm.cancel_reason')}
              placeholder={t('confirm.cancel_reason')}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <ConfirmButton
              danger
              disabled={reason.trim().length < 2}
              question={t('confirm.cancel')}
              deed={t('deed.cancel')}
              onConfirm={() => cancel.mutate({ params, body: { reason } })}
            >
              {t('deed.cancel')}
            </ConfirmButton>
          </div>
        </section>
      )}
      {draw.state === 'final' && (
        <section>
          <h3>{t('winners')}</h3>
          <ol className="draw-winners">
            {draw.winnersList.map((winner) => (
              <li key={winner.position}>
                <span>
                  {winner.name} · {draw.rules?.prizes[winner.prize]?.name}
                  <small className="hy-quiet"> {t(`claim.${winner.state}`)}</small>
                </span>
                {mayEdit && winner.state === 'waiting' && (
                  <span className="draw-claims">
                    {(['claimed', 'declined', 'lapsed'] as const).map((what) => (
                      <Button
                        key={what}
                        size="small"
                        onClick={() => claim.mutate({ params, body: { position: winner.position, what } })}
                      >
                        {t(`deed.${what}`)}
                      </Button>
                    ))}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
