// What may be done with an import in which state.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { ImportMapping, ImportState } from './import.contract.ts';

/** From which states each step may be taken, and where it leads. */
export const IMPORT_STEPS = {
  map: { from: ['uploaded', 'mapped', 'failed', 'cancelled'], to: 'mapped' },
  start: { from: ['uploaded', 'mapped', 'failed', 'cancelled'], to: 'running' },
  finish: { from: ['running'], to: 'done' },
  fail: { from: ['running'], to: 'failed' },
  cancel: { from: ['running'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly ImportState[]; to: ImportState }>;
export type ImportStep = keyof typeof IMPORT_STEPS;

/** @returns the state after the step, or why it may not be taken */
export function stepImport(
  state: ImportState,
  step: ImportStep,
): Result<ImportState, 'already_running' | 'already_done' | 'not_running'> {
  const { from, to } = IMPORT_STEPS[step];
  if ((from as readonly ImportState[]).includes(state)) return ok(to);
  if (step === 'map' || step === 'start') return refuse(state === 'running' ? 'already_running' : 'already_done');
  return refuse('not_running');
}

/** Tells whether a mapping says where the words are. */
export function hasText(mapping: ImportMapping): boolean {
  return mapping.profile === 'formbricks_hub' || mapping.columns.text !== undefined;
}

/**
 * Decides whether a mapping fits a file. Columns of JSONL may first turn up late in the file, so any name is taken there.
 */
export function checkMapping(
  mapping: ImportMapping,
  columns: readonly string[],
  format: string,
): Result<ImportMapping, 'missing_text_column' | 'unknown_column'> {
  if (!hasText(mapping)) return refuse('missing_text_column', [{ path: 'columns.text', code: 'missing_text_column' }]);
  const known = new Set(columns);
  const strange = Object.entries(mapping.columns).filter(([, column]) => format !== 'jsonl' && !known.has(column));
  if (strange.length === 0) return ok(mapping);
  return refuse(
    'unknown_column',
    strange.map(([target]) => ({ path: `columns.${target}`, code: 'unknown_column' })),
  );
}
