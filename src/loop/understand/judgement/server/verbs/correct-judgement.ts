// A person sets a label: it is in force at once, everywhere, and outlives every later engine.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { knownThemes } from '../../../themes/server/door.ts';
import { effectiveLabels, labelValue } from '../../core/effective.ts';
import {
  CORRECTION_VALUES,
  type CorrectableLabel,
  type JudgementView,
  judgementCorrected,
} from '../../core/judgement.contract.ts';
import { correctionsOf, foreignCorrection, putCorrection } from '../correction.store.ts';
import { readJudgement } from '../judgement.reads.ts';
import { lockJudgements } from '../judgement.store.ts';
import { labelsOfRow, saveChangedRows } from '../save-labels.ts';

type Refusal = 'forbidden' | 'not_found' | 'invalid_value' | 'unknown_theme' | 'set_by_another';

/**
 * @param input.value of the shape `CORRECTION_VALUES` gives for the label
 * @param input.isBlind whoever answers has not seen what stands there: another member's word is not replaced
 */
export async function correctJudgement(
  env: Env,
  input: { feedbackId: string; label: CorrectableLabel; value: unknown; isBlind?: boolean },
): Promise<Result<JudgementView, Refusal>> {
  // permit
  if (!may(env.actor, 'judgement.correct')) return refuse('forbidden');
  const value = CORRECTION_VALUES[input.label].safeParse(input.value);
  if (!value.success) return refuse('invalid_value', [{ path: 'value', code: 'invalid_value' }]);
  return env.db.write(async (tx) => {
    // load
    const [before] = await lockJudgements(tx, [input.feedbackId]);
    if (!before) return refuse('not_found');
    const foreign = input.isBlind ? await foreignCorrection(tx, { ...input, by: env.actor }) : undefined;
    if (foreign) return refuse('set_by_another', undefined, foreign);
    if (input.label === 'themes') {
      const wanted = value.data as string[];
      const known = await knownThemes(tx, wanted);
      const missing = wanted.find((key) => !known.has(key));
      if (missing !== undefined)
        return refuse('unknown_theme', [{ path: 'value', code: 'unknown_theme', message: missing }]);
    }
    const corrections = (await correctionsOf(tx, [input.feedbackId])).get(input.feedbackId) ?? {};
    // decide
    const machine = before.machine ?? labelsOfRow(before);
    const after = {
      ...before,
      ...effectiveLabels(machine, { ...corrections, [input.label]: value.data }),
      machine,
      corrected: [...new Set([...before.corrected, input.label])].sort(),
    };
    const from = labelValue(before, input.label);
    // save
    await putCorrection(tx, {
      feedbackId: input.feedbackId,
      label: input.label,
      from: labelValue(machine, input.label),
      to: value.data,
      by: env.actor,
      at: env.now,
    });
    await saveChangedRows(tx, [{ before, after }], env.now);
    // tell
    await tell(tx, env, judgementCorrected, {
      subject: input.feedbackId,
      data: { feedbackId: input.feedbackId, label: input.label, from, to: value.data, takenBack: false },
    });
    return ok((await readJudgement(tx, input.feedbackId))!);
  });
}
