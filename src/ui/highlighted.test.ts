// Spans may overlap, touch or point outside the text; no sign may be lost or doubled.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesOf } from './highlighted.tsx';

it('cuts any text into pieces that make it whole again', () => {
  const span = fc.record({
    start: fc.integer({ min: -5, max: 60 }),
    end: fc.integer({ min: -5, max: 60 }),
    kind: fc.constantFrom('positive' as const, 'hit' as const),
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
      const pieces = piecesOf(text.length, spans);
      expect(pieces.map((piece) => text.slice(piece.start, piece.end)).join('')).toBe(text);
      for (const piece of pieces)
        for (const one of piece.spans) expect(one.start <= piece.start && one.end >= piece.end).toBe(true);
    }),
  );
});

it('gives an overlap both of its meanings', () => {
  const pieces = piecesOf(10, [
    { start: 0, end: 6, kind: 'negative' },
    { start: 4, end: 8, kind: 'hit' },
  ]);
  expect(pieces.map((piece) => [piece.start, piece.end, piece.spans.map((span) => span.kind)])).toEqual([
    [0, 4, ['negative']],
    [4, 6, ['negative', 'hit']],
    [6, 8, ['hit']],
    [8, 10, []],
  ]);
});
