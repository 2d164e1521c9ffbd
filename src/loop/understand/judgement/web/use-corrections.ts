// Correcting a label and taking it back, with a word about it and a way to undo.
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { feedbackFacetsRoute, getFeedbackRoute, listFeedbackRoute } from '../../search/core/search.contract.ts';
import { type CorrectableLabel, correctJudgementRoute, takeBackCorrectionRoute } from '../core/judgement.contract.ts';

/** `value` is of the shape of `CORRECTION_VALUES[label]`. */
export type Correct = (label: CorrectableLabel, value: unknown) => void;

export function useCorrections(feedbackId: string) {
  const { t } = useTranslation('pageunderstand');
  const toast = useToast();
  const refresh = [getFeedbackRoute, listFeedbackRoute, feedbackFacetsRoute];
  // One after the other: several labels may be taken back at once, and none before it was set.
  const turn = `corrections ${feedbackId}`;
  const back = useVerb(takeBackCorrectionRoute, {
    refresh,
    turn,
    onDone: () => toast.done(t('label.takenBack')),
    onProblem: (problem) => toast.problem(problem),
  });
  const takeBack = (label: CorrectableLabel) => back.mutate({ params: { id: feedbackId, label } });
  const set = useVerb(correctJudgementRoute, {
    refresh,
    turn,
    onDone: (_answer, input) =>
      toast.done(t('label.corrected', { label: t(`label.${input.params.label}`) }), {
        label: t('label.takeBack'),
        run: () => takeBack(input.params.label),
      }),
    onProblem: (problem) => toast.problem(problem),
  });
  const correct: Correct = (label, value) => set.mutate({ params: { id: feedbackId, label }, body: { value } });
  return { correct, takeBack, isBusy: set.isPending || back.isPending };
}
