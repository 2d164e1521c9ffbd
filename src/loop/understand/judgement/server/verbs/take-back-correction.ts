// A correction is taken back: the label is again what the engine says.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { effectiveLabels, labelValue } from '../../core/effective.ts';
import { type CorrectableLabel, type JudgementView, judgementCorrected } from '../../core/judgement.contract.ts';
import { correctionsOf, dropCorrection, foreignCorrection } from '../correction.store.ts';
import { readJudgement } from '../judgement.reads.ts';
import { lockJudgements } from '../judgement.store.ts';
import { labelsOfRow, saveChangedRows } from '../save-labels.ts';

/** @param input.onlyOwn what another member set stays */
export async function takeBackCorrection(
  env: Env,
  input: { feedbackId: string; label: CorrectableLabel; onlyOwn?: boolean },
): Promise<Result<JudgementView, 'forbidden' | 'not_found' | 'not_corrected' | 'set_by_another'>> {
  // permit
  if (!may(env.actor, 'judgement.correct')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const [before] = await lockJudgements(tx, [input.feedbackId]);
    if (!before) return refuse('not_found');
    const foreign = input.onlyOwn ? await foreignCorrection(tx, { ...input, by: env.actor }) : undefined;
    if (foreign) return refuse('set_by_another', undefined, foreign);
    const corrections = { ...(await correctionsOf(tx, [input.feedbackId])).get(input.feedbackId) };
    // decide
    if (!(input.label in corrections)) return refuse('not_corrected');
    delete corrections[input.label];
    const corrected = Object.keys(corrections).sort();
    const machine = before.machine ?? labelsOfRow(before);
    const labels = effectiveLabels(machine, corrections);
    const after = { ...before, ...labels, corrected, machine: corrected.length > 0 ? machine : null };
    // save
    await dropCorrection(tx, input.feedbackId, input.label);
    await saveChangedRows(tx, [{ before, after }], env.now);
    // tell
    await tell(tx, env, judgementCorrected, {
      subject: input.feedbackId,
      data: {
        feedbackId: input.feedbackId,
        label: input.label,
        from: labelValue(before, input.label),
        to: labelValue(after, input.label),
        takenBack: true,
      },
    });
    return ok((await readJudgement(tx, input.feedbackId))!);
  });
}
