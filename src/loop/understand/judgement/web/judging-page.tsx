// Judging earlier feedback again: which, how far it is, and what earlier runs changed.
import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useRead, useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { ProgressPanel } from '../../../../ui/progress-panel.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { CHANNELS } from '../../../collect/intake/core/feedback.contract.ts';
import { leafOptions, useThemeNames } from '../../themes/web/theme-names.part.tsx';
import {
  cancelJudgementRunRoute,
  getEngineRoute,
  type JudgementRunView,
  listJudgementRunsRoute,
  pauseJudgementRunRoute,
  resumeJudgementRunRoute,
  startJudgementRunRoute,
} from '../core/judgement.contract.ts';
import { FromTo, moveCounts } from './run-moves.tsx';
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

function StartRun() {
  const { t } = useTranslation(['pageunderstand', 'pagecollect']);
  const toast = useToast();
  const names = useThemeNames();
  const [outdatedOnly, setOutdatedOnly] = useState(false);
  const [channel, setChannel] = useState<string | null>(null);
  const [theme, setTheme] = useState<string | null>(null);
  const start = useVerb(startJudgementRunRoute, {
    refresh: [listJudgementRunsRoute],
    onDone: () => toast.done(t('judging.started')),
    onProblem: (problem) => toast.problem(problem),
  });
  return (
    <Section title={t('judging.scope')}>
      <div className="hy-judging-scope">
        <Radio.Group
          value={outdatedOnly}
          aria-label={t('judging.scope')}
          options={[
            { value: false, label: t('judging.all') },
            { value: true, label: t('judging.outdated') },
          ]}
          onChange={(event) => setOutdatedOnly(event.target.value as boolean)}
        />
        <Select<string>
          value={channel}
          allowClear
          placeholder={t('judging.anyChannel')}
          aria-label={t('judging.channel')}
          options={CHANNELS.map((value) => ({ value, label: t(`pagecollect:channel.${value}`) }))}
          onChange={(next) => setChannel(next ?? null)}
        />
        <Select<string>
          value={theme}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          placeholder={t('judging.anyTheme')}
          aria-label={t('judging.theme')}
          options={leafOptions(names)}
          onChange={(next) => setTheme(next ?? null)}
        />
        <Button
          type="primary"
          loading={start.isPending}
          onClick={() =>
            start.mutate({
              body: { outdatedOnly, ...(channel ? { channel } : {}), ...(theme ? { theme } : {}) },
            })
          }
        >
          {t('judging.start')}
        </Button>
      </div>
    </Section>
  );
}

function Run({ run, mayCancel }: { run: JudgementRunView; mayCancel: boolean }) {
  const { t } = useTranslation(['pageunderstand', 'pagecollect']);
  const toast = useToast();
  const names = useThemeNames();
  const cancel = useVerb(cancelJudgementRunRoute, {
    refresh: [listJudgementRunsRoute],
    onDone: () => toast.done(t('judging.cancelled')),
    onProblem: (problem) => toast.problem(problem),
  });
  const verb = { refresh: [listJudgementRunsRoute], onProblem: (problem: Problem) => toast.problem(problem) };
  const pause = useVerb(pauseJudgementRunRoute, verb);
  const resume = useVerb(resumeJudgementRunRoute, verb);
  const isOpen = OPEN.includes(run.state);
  const scope = [
    run.scope.outdatedOnly ? t('judging.outdated') : '',
    run.scope.channel ? t(`pagecollect:channel.${run.scope.channel}`) : '',
    run.scope.theme ? names.path(run.scope.theme) : '',
    run.scope.words?.length ? t('judging.words', { words: run.scope.words.slice(0, 6).join('、') }) : '',
  ].filter(Boolean);
  return (
    <ProgressPanel
      title={scope.length > 0 ? scope.join(' · ') : t('judging.all')}
      state={STATES[run.state]}
      done={run.done}
      total={run.total > 0 ? run.total : run.state === 'done' ? 1 : null}
      unit={t('judging.unit')}
      {...(run.total === 0 && run.state === 'done' ? { sentence: t('judging.same') } : {})}
      counts={[
        { label: t('judging.changed'), value: run.changed },
        { label: t('judging.fromTo'), value: <FromTo run={run} /> },
        ...moveCounts(run, t),
        {
          label: t('judging.by', { name: run.byName }),
          value: <RelativeTime at={run.createdAt} />,
        },
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
