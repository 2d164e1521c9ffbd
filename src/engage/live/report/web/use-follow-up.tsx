// Turns questions and alarms of a show into cases, and says what became of each.
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { type FollowupView, followUpRoute, readShowReportRoute } from '../core/show-report.contract.ts';

export function useFollowUp(showId: string) {
  const { t } = useTranslation('livereport');
  const toast = useToast();
  const verb = useVerb(followUpRoute, {
    refresh: [readShowReportRoute],
    onDone: ({ followups, left }) =>
      toast.done(
        left.length === 0
          ? t('page.followed', { count: followups.length })
          : t('page.followed_some', { count: followups.length, left: left.length }),
      ),
    onProblem: (problem) => toast.problem(problem),
  });
  return {
    isPending: verb.isPending,
    run: (refs: readonly string[], onDone?: () => void) =>
      verb.mutate({ params: { id: showId }, body: { refs: [...refs] } }, { onSuccess: () => onDone?.() }),
  };
}

export function FollowLink({ followup }: { followup: FollowupView }) {
  const { t } = useTranslation('livereport');
  return (
    <GoLink to={`/cases/${followup.caseId}`} className="hy-link">
      {t('page.case_of', { count: followup.voices })}
    </GoLink>
  );
}
