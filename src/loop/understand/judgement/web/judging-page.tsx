// Judging earlier feedback again: which, how far it is, and what earlier runs changed.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useRead, useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useCan, useSession } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { ProgressPanel } from '../../../../ui/progress-panel.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useThemeNames } from '../../themes/web/theme-names.part.tsx';
import {
  cancelJudgementRunRoute,
  getEngineRoute,
  type JudgementRunView,
  listJudgementRunsRoute,
  pauseJudgementRunRoute,
  resumeJudgementRunRoute,
} from '../core/judgement.contract.ts';
import { FromTo, leftOut, moveCounts } from './run-moves.tsx';
import { scopeWords } from './run-scope.ts';
import { StartRun } from './start-run.tsx';
import './judging.css';

const STATES = { waiting: 'waiting', running: 'running', paused: 'paused', done: 'done', cancelled: 'failed' } as const;
const OPEN = ['waiting', 'running', 'paused'];

export function JudgingPage() {
  const { t } = useTranslation('pageunderstand');
  const mayRun = useCan('judgement.rerun');
  const engine = useRead(getEngineRoute, {}, { freshMs: 300_000 });
  const [isLive, setLive] = useState(false);
  const runs = useList(
    listJudgementRunsRoute,
    { query: { limit: 20 } },
    { on: ['feedback.judged'], freshMs: 0, ...(isLive ? { everyMs: 2000 } : {}) },
  );
  const isBusy = runs.items.some((run) => OPEN.includes(run.state));
  const isMoving = runs.items.some((run) => run.state === 'running' || run.state === 'waiting');
  if (isMoving !== isLive) setLive(isMoving);
  return (
    <>
      <PageHeader
        back={{ to: '/themes', label: t('themes.title') }}
        title={t('judging.title')}
        sentence={t('judging.sentence')}
        beside={engine.data && <PlainTag title={t('judging.engine')}>{engine.data.engine}</PlainTag>}
      />
      <PageBody>
        {mayRun && !isBusy && runs.status === 'ready' && <StartRun />}
        {runs.error && runs.items.length === 0 && <ErrorPlace error={runs.error} onRetry={runs.retry} />}
        {runs.status === 'ready' && runs.items.length === 0 && (
          <EmptyPlace title={t('judging.empty')} text={t('judging.emptyText')} />
        )}
        {runs.items.map((run) => (
          <Run key={run.id} run={run} mayCancel={mayRun} />
        ))}
      </PageBody>
    </>
  );
}

function Run({ run, mayCancel }: { run: JudgementRunView; mayCancel: boolean }) {
  const { t, i18n } = useTranslation(['pageunderstand', 'pagecollect']);
  const toast = useToast();
  const names = useThemeNames();
  const { workspace } = useSession();
  const [isWhole, setWhole] = useState(false);
  const cancel = useVerb(cancelJudgementRunRoute, {
    refresh: [listJudgementRunsRoute],
    onDone: () => toast.done(t('judging.cancelled')),
    onProblem: (problem) => toast.problem(problem),
  });
  const verb = { refresh: [listJudgementRunsRoute], onProblem: (problem: Problem) => toast.problem(problem) };
  const pause = useVerb(pauseJudgementRunRoute, verb);
  const resume = useVerb(resumeJudgementRunRoute, verb);
  const isOpen = OPEN.includes(run.state);
  const scope = scopeWords(run.scope, { t, theme: names.path, language: i18n.language, zone: workspace.timeZone });
  const hidden = leftOut(run);
  const isEmpty = run.total === 0 && run.state === 'done';
  return (
    <ProgressPanel
      title={scope}
      state={STATES[run.state]}
      done={run.done}
      total={run.total > 0 ? run.total : null}
      unit={t('judging.unit')}
      {...(isEmpty ? { sentence: t('judging.nothing') } : {})}
      counts={[
        { label: t('judging.changed'), value: run.changed },
        { label: t('judging.fromTo'), value: <FromTo run={run} isWhole={isWhole} /> },
        ...moveCounts(run, t, isWhole),
        {
          label: t('judging.by', { name: run.byName }),
          value: <RelativeTime at={run.createdAt} />,
        },
        ...(run.scope.productId
          ? [
              {
                label: t('judging.productSeen'),
                value: (
                  <GoLink to="/feedback" search={{ product: run.scope.productId }} className="hy-link">
                    {t('judging.seeProduct')}
                  </GoLink>
                ),
              },
            ]
          : []),
        ...(!isWhole && hidden.moves + hidden.engines > 0
          ? [
              {
                label:
                  hidden.moves > 0
                    ? t('judging.moreMoves', { count: hidden.moves })
                    : t('judging.moreEngines', { count: hidden.engines }),
                value: (
                  <button type="button" className="hy-link hy-judging-more" onClick={() => setWhole(true)}>
                    {t('judging.showAll')}
                  </button>
                ),
              },
            ]
          : []),
      ]}
      actions={
        isOpen &&
        mayCancel && (
          <>
            {run.state === 'paused' ? (
              <Button
                size="small"
                type="primary"
                loading={resume.isPending}
                onClick={() => resume.mutate({ params: { id: run.id } })}
              >
                {t('judging.resume')}
              </Button>
            ) : (
              <Button size="small" loading={pause.isPending} onClick={() => pause.mutate({ params: { id: run.id } })}>
                {t('judging.pause')}
              </Button>
            )}
            <ConfirmButton
              size="small"
              question={t('judging.cancelQuestion')}
              detail={t('judging.cancelDetail')}
              deed={t('judging.cancel')}
              onConfirm={() => cancel.mutate({ params: { id: run.id } })}
            >
              {t('judging.cancel')}
            </ConfirmButton>
          </>
        )
      }
    />
  );
}
