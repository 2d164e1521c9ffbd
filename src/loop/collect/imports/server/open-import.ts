// Looks into a file before it is imported: what it is, which columns it has, and how they are best mapped.
import { createHash } from 'node:crypto';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Channel } from '../../intake/core/feedback.contract.ts';
import { completeMapping, guessMapping, headerFingerprint } from '../core/guess-mapping.ts';
import type { ImportMapping, ImportMappingInput, MapTarget } from '../core/import.contract.ts';
import { hasText } from '../core/import-state.ts';
import { readRemembered } from './import.reads.ts';
import type { NewImport } from './import.store.ts';
import type { RowReader } from './readers/row-reader.ts';

/** Mappings at or above this are run without a person having looked. */
const SURE = 0.8;

/** The rows of the sample that could be read. */
export function sampleOf(reader: RowReader): Record<string, string>[] {
  return reader.sample.flatMap((row) => (row.fields ? [row.fields] : []));
}

/** Files with the same columns share this key. */
export function headerKeyOf(columns: readonly string[]): string {
  return createHash('sha256').update(headerFingerprint(columns)).digest('hex');
}

export interface Looked {
  mapping: ImportMapping;
  mappingSource: NewImport['mappingSource'];
  confidence: number;
  headerKey: string;
  state: 'uploaded' | 'mapped';
}

/** Finds the mapping of a file: said by hand, remembered from one like it, or guessed. */
export async function lookAt(
  tx: Tx,
  reader: RowReader,
  said?: { columns?: Partial<Record<MapTarget, string>>; channel?: Channel },
): Promise<Looked> {
  const headerKey = headerKeyOf(reader.columns);
  const settle = (mapping: ImportMapping, mappingSource: Looked['mappingSource'], confidence: number): Looked => ({
    mapping,
    mappingSource,
    confidence,
    headerKey,
    state: hasText(mapping) && confidence >= SURE ? 'mapped' : 'uploaded',
  });
  const channel = said?.channel;
  if (said?.columns && Object.keys(said.columns).length > 0) {
    const { mapping, confidence } = completeMapping(
      said.columns,
      reader.columns,
      sampleOf(reader),
      channel ?? 'review',
    );
    return settle({ ...mapping, ...(channel ? { channel } : {}) }, 'set', confidence);
  }
  const remembered = await readRemembered(tx, headerKey);
  if (remembered) return settle({ ...remembered, ...(channel ? { channel } : {}) }, 'remembered', 1);
  const { mapping, confidence } = guessMapping(reader.columns, sampleOf(reader), channel);
  return settle(mapping, 'guessed', confidence);
}

/** Fills in what a mapping said by hand leaves open. */
export function fillMapping(reader: RowReader, said: ImportMappingInput): ImportMapping {
  const guess = completeMapping(said.columns, reader.columns, sampleOf(reader), said.channel).mapping;
  return {
    profile: said.profile ?? guess.profile,
    columns: said.columns,
    ratingScale: said.ratingScale ?? guess.ratingScale,
    dateOrder: said.dateOrder ?? guess.dateOrder,
    channel: said.channel,
    ...(said.product ? { product: said.product } : {}),
  };
}
