// Names why somebody must act when the heads raise an alarm without any word of danger: the reason whose head is the surest.
import { type HeadStore, type HeadTable, headTable } from './head-table.ts';
import { URGENCY_REASONS, type UrgencyReason } from './judge.contract.ts';
import { HEAD_BUCKETS } from './model.ts';
import { ALARM_PREFIX } from './model-parts.ts';
import type { Reading } from './reading.ts';

const HEAD_MASK = HEAD_BUCKETS - 1;
/** Units of a text that are listened to: an alarm is told early or the text is a story. */
const UNITS_MOST = 400;

/** Reusable; asked only when there is an alarm, so it may allocate. */
export class AlarmReason {
  private readonly store: HeadStore;
  private table: HeadTable | null = null;

  constructor(store: HeadStore) {
    this.store = store;
  }

  /** The likeliest reason of an alarm in the text just read; null when the model has no such heads. */
  of(reading: Reading): UrgencyReason | null {
    const { heads } = this.store;
    if (heads.length === 0) return null;
    this.table ??= headTable(this.store);
    const rows = rowsOf(reading);
    const sums = new Int32Array(heads.length);
    this.table.add(
      Uint32Array.from(rows, (row) => this.table!.refs[row]!),
      rows.length,
      sums,
    );
    const length = rows.length > 0 ? 1 / Math.sqrt(rows.length) : 0;
    let best = 0;
    const scores = heads.map((head, index) => sums[index]! * head.scale * length + head.bias);
    for (let index = 1; index < scores.length; index += 1) if (scores[index]! > scores[best]!) best = index;
    const name = heads[best]!.name.slice(ALARM_PREFIX.length);
    return URGENCY_REASONS.find((reason) => reason === name) ?? null;
  }
}

/** The distinct rows of the store that a text falls into, as training counts them. */
function rowsOf({ features }: Reading): number[] {
  const rows = new Set<number>();
  const units = Math.min(features.units, UNITS_MOST);
  for (let unit = 0; unit < units; unit += 1) {
    const grams = features.gramsAt(unit);
    for (let k = 0; k < grams; k += 1) rows.add(features.gram[3 * unit + k]! & HEAD_MASK);
  }
  for (let edge = 0; edge < features.edges; edge += 1) rows.add(features.edge[edge]! & HEAD_MASK);
  return [...rows];
}
