// Brings a theme's own words to earlier feedback: those that hold them are judged again, with their progress one click away.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { listJudgementRunsRoute, startJudgementRunRoute } from '../../judgement/core/judgement.contract.ts';
import { listThemesRoute } from '../core/theme.contract.ts';

export function JudgeWords({ words }: { words: readonly string[] }) {
  const { t, i18n } = useTranslation('pageunderstand');
  const toast = useToast();
  const mayRun = useCan('judgement.rerun');
  const runs = useList(listJudgementRunsRoute, { query: { limit: 5 } }, { on: ['feedback.judged'], freshMs: 0 });
  const start = useVerb(startJudgementRunRoute, {
    refresh: [listJudgementRunsRoute, listThemesRoute],
    onDone: () => toast.done(t('themes.wordsAgainDone')),
    onProblem: (problem) => toast.problem(problem),
  });
  if (!mayRun) return null;
  const isBusy = runs.items.some((run) => run.finishedAt === null);
  const key = [...words].sort().join();
  const mine = runs.items.find((run) => [...(run.scope.words ?? [])].sort().join() === key);
  const whole = new Intl.NumberFormat(i18n.language);
  return (
    <div className="hy-theme-field">
      <small>{t('themes.wordsHere')}</small>
      <div className="hy-theme-again">
        <Button
          loading={start.isPending}
          disabled={isBusy}
          onClick={() => start.mutate({ body: { words: [...words] } })}
        >
          {t('themes.wordsAgain')}
        </Button>
        {mine && (
          <GoLink to="/judging" className="hy-link">
            {whole.format(mine.done)} / {whole.format(mine.total)} · {t('judging.changed')} {whole.format(mine.changed)}
          </GoLink>
        )}
      </div>
    </div>
  );
}
