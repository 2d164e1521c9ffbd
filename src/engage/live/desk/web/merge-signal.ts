// Carries the question that is to be put together with another from its row or key to the dialog.
import type { QuestionGroup } from '../../analysis/core/analysis.contract.ts';

type Hear = (group: QuestionGroup) => void;
let hear: Hear | null = null;

/** Opens the dialog for this question. */
export function signalMerge(group: QuestionGroup): void {
  hear?.(group);
}

/** The dialog listens while it is mounted. @returns how to stop */
export function onMerge(run: Hear): () => void {
  hear = run;
  return () => {
    if (hear === run) hear = null;
  };
}
