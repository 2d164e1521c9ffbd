// The heads of what a clause is about: those of make-up reviews behind their gate, those of all other goods, and the side of a clause.
import type { FittedHead } from '../fit-heads.ts';
import { fitAspects, fitPlain, TrainingReader } from './aspect-fit.ts';
import { gateRows } from './aspect-gate.ts';
import { MAKEUP_ASPECTS, MAKEUP_NAMES, makeupRows } from './aspect-makeup.ts';
import { fitSide, sidedTexts } from './aspect-side.ts';

export { MAKEUP_ASPECTS };

/** `aspect.makeup.NAME`, `aspect.gate` and `aspect.side`. */
export function aspectFit(): { fit(log: (line: string) => void): FittedHead[] } {
  return {
    fit(log) {
      const reader = new TrainingReader();
      const makeup = makeupRows(reader);
      return [
        ...fitAspects('aspect.makeup.', MAKEUP_NAMES, makeup.rows, makeup.texts, { c: 0.7, keep: 5000, prior: 1 }, log),
        fitPlain('aspect.gate', gateRows(), { c: 0.3, keep: 8000 }, log),
        fitSide('aspect.side', sidedTexts(reader), reader, { c: 0.5, keep: 15_000, top: 3 }, [0, 1, 2, 3, 4], log),
      ];
    },
  };
}
