// The heads of what a clause is about: those of make-up reviews behind their gate, those of all other goods, and the side of a clause.
import { ASPECTS } from '../../judge.contract.ts';
import type { FittedHead } from '../fit-heads.ts';
import { fitAspects, fitPlain, TrainingReader } from './aspect-fit.ts';
import { gateRows } from './aspect-gate.ts';
import { generalRows } from './aspect-general.ts';
import { MAKEUP_ASPECTS, MAKEUP_NAMES, makeupRows } from './aspect-makeup.ts';
import { fitSide, sidedTexts } from './aspect-side.ts';

export { MAKEUP_ASPECTS };

/** Fewer rows than these say nothing: then the word lists decide alone. */
const FEWEST = 10;

/** `aspect.NAME` for goods in general, `aspect.makeup.NAME`, `aspect.gate`, `aspect.side` and `aspect.told`. */
export function aspectFit(): { fit(log: (line: string) => void): FittedHead[] } {
  return {
    fit(log) {
      const reader = new TrainingReader();
      const makeup = makeupRows(reader);
      const general = generalRows();
      const learnable = ASPECTS.filter(
        (aspect) => general.texts.filter(({ aspects }) => aspects.has(aspect)).length >= FEWEST,
      );
      return [
        ...fitAspects('aspect.', learnable, general.rows, general.texts, { c: 0.7, keep: 4000, prior: 0.5 }, log),
        ...fitAspects(
          'aspect.makeup.',
          MAKEUP_NAMES,
          makeup.rows,
          makeup.texts,
          { c: 0.7, keep: 5000, prior: 0.5 },
          log,
        ),
        fitPlain('aspect.gate', gateRows(), reader.reading, { c: 0.3, keep: 8000 }, log),
        fitPlain('aspect.told', general.told, reader.reading, { c: 0.5, keep: 4000 }, log),
        fitSide(
          'aspect.side',
          sidedTexts(reader),
          general.sided,
          reader,
          { c: 0.5, keep: 15_000, top: 7 },
          [1, 3],
          log,
        ),
      ];
    },
  };
}
