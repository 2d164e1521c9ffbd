// Maps rows of an opened file to signals with the tools of this machine: dates in the shop's zone, names by keyed hash.
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { readInstant, type SourceRow } from '../../imports/server/door.ts';
import { mapSignalRow } from '../core/map-signal-row.ts';
import type { SignalDraftInput } from '../core/signal.contract.ts';
import type { SignalMapping } from '../core/signal-import.contract.ts';
import type { RowError } from './signal-import.store.ts';

export interface RowContext {
  mapping: SignalMapping;
  zone: string;
  sealer: Sealer;
  workspaceId: string;
}

/** @returns the draft, or where and why the row cannot be taken */
export function mapSourceRow(row: SourceRow, context: RowContext): { draft: SignalDraftInput } | RowError {
  if (row.error) return { line: row.line, field: null, code: row.error.code };
  const { mapping, zone } = context;
  const mapped = mapSignalRow(mapping, row.fields, {
    readInstant: (value) => readInstant(value, zone, mapping.dateOrder),
  });
  if (!mapped.ok) return { line: row.line, field: mapped.field, code: mapped.code };
  const { words, draft } = mapped;
  if (words === null) return { draft };
  return {
    draft: { ...draft, externalId: `row:${context.sealer.blindIndex(context.workspaceId, 'signal-row', words)}` },
  };
}
