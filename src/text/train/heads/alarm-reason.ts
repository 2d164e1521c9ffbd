// Fits the heads that name the reason of an alarm: each of them against the alarms of all other reasons.
import { URGENCY_REASONS, type UrgencyReason } from '../../judge.contract.ts';
import { ALARM_PREFIX } from '../../model-parts.ts';
import type { FittedHead } from '../fit-heads.ts';
import { readUrgency } from '../labels/urgency/read-urgency.ts';
import { writtenLines } from '../labels/urgency/written.ts';
import { readWritten } from '../labels/written/read-written.ts';
import { buildMatrix } from '../linear.ts';
import { fitRatio, quantise } from './ratio-fit.ts';

const HEAD_BITS = 18;
const KEEP = 1500;
const COST = 1;
/** A rare reason counts as if one alarm in four were its own, but no alarm more than so many. */
const SHARE = 4;
const COST_MOST = 4;

/** One head a reason, in the order of `URGENCY_REASONS`. */
export function fitAlarmReasons(): FittedHead[] {
  const alarms = [...readUrgency(), ...readWritten(), ...writtenLines().filter((line) => !line.forTest)].filter(
    (row): row is typeof row & { reason: UrgencyReason } => row.reason !== null,
  );
  const matrix = buildMatrix(
    alarms.map(({ text }) => text),
    HEAD_BITS,
  );
  return URGENCY_REASONS.map((reason) => {
    const y = Int8Array.from(alarms, (alarm) => (alarm.reason === reason ? 1 : -1));
    const positives = alarms.filter((alarm) => alarm.reason === reason).length;
    const worth = Math.min(COST_MOST, alarms.length / positives / SHARE);
    const fit = fitRatio(
      matrix,
      y,
      Float32Array.from(y, (side) => (side > 0 ? worth : 1)),
      COST,
    );
    const { packed, scale } = quantise(fit, KEEP);
    return {
      head: { name: `${ALARM_PREFIX}${reason}`, scale, bias: fit.bias, plattA: 1, plattB: 0, threshold: 0 },
      weights: packed,
      dev: { rows: 0, positives, precision: 0, recall: 0, f1: 0 },
    };
  });
}
