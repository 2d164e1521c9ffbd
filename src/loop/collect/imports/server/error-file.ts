// Writes the error file: the rows that were not taken, why, and as they came, so that they can be mended and imported again.
import type { Env } from '../../../../ground/env.ts';
import { csvLine, UTF8_MARK } from '../../../../kit/csv.ts';
import type { Translate } from '../../../../platform/i18n/translate.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { readErrors } from './import.reads.ts';
import type { RowFaults } from './import.store.ts';

const PAGE = 1_000;

/** Yields the file line by line; memory does not grow with the number of rows. */
export async function* errorFile(
  env: Pick<Env, 'db' | 'workspace'>,
  sealer: Sealer,
  input: { importId: string; columns: readonly string[]; translate: Translate },
): AsyncGenerator<string, void, void> {
  const t = input.translate;
  const own = ['row', 'line', 'reason', 'raw'].map((name) => t(`imports:errorFile.${name}`));
  yield UTF8_MARK + csvLine([own[0]!, own[1]!, own[2]!, ...input.columns, own[3]!]);
  let after = 0;
  for (;;) {
    const page = await env.db.read((tx) => readErrors(tx, input.importId, after, PAGE));
    yield page.map((row) => lineOf(row, sealer, env.workspace, input.columns, t)).join('');
    if (page.length < PAGE) return;
    after = page.at(-1)!.row;
  }
}

function lineOf(row: RowFaults, sealer: Sealer, workspace: string, columns: readonly string[], t: Translate): string {
  const kept = JSON.parse(sealer.open(workspace, row.sealed)) as { fields?: Record<string, string>; raw?: string };
  const reason = row.faults.map((fault) => reasonOf(fault, t)).join('; ');
  const values = columns.map((column) => kept.fields?.[column] ?? '');
  // Values of columns that first turned up after the sample (JSONL) are kept at the end.
  const late = Object.entries(kept.fields ?? {}).filter(([column, value]) => value !== '' && !columns.includes(column));
  const raw = kept.raw ?? (late.length > 0 ? JSON.stringify(Object.fromEntries(late)) : '');
  return csvLine([String(row.row), String(row.line), reason, ...values, raw]);
}

function reasonOf(fault: RowFaults['faults'][number], t: Translate): string {
  const reason = fault.detail
    ? t('imports:errors.refused_at_gate', { reason: t(`imports:gate.${fault.detail}`, undefined, fault.detail) })
    : t(`imports:errors.${fault.code}`);
  return fault.field ? t('imports:errorFile.at', { column: fault.field, reason }) : reason;
}
