// Writes an export as one JSON file, a row at a time, so that a long history needs no second copy in memory.
import { Readable } from 'node:stream';
import type { KeptSection } from '../../people/core/keeper.contract.ts';

/** `{"exportedAt": …, "sections": {"feedback": [ … ]}}`. */
export function writeExport(now: Date, sections: readonly KeptSection[]): Readable {
  return Readable.from(pieces(now, sections), { objectMode: false });
}

function* pieces(now: Date, sections: readonly KeptSection[]): Generator<string> {
  yield `{\n"exportedAt": ${JSON.stringify(now.toISOString())},\n"sections": {`;
  for (const [index, { section, rows }] of sections.entries()) {
    yield `${index > 0 ? ',' : ''}\n${JSON.stringify(section)}: [`;
    for (const [row, value] of rows.entries()) yield `${row > 0 ? ',' : ''}\n  ${JSON.stringify(value)}`;
    yield '\n]';
  }
  yield '\n}\n}\n';
}
