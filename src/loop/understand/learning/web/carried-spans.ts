// Which words of a voice are underlined because they carried the engine's guess: whole words, never a lone character.
import type { TextSpan } from '../../../../ui/highlighted.tsx';

export type CarriedKind = 'positive' | 'neutral' | 'negative';

export interface Carried {
  /** UTF-16 offsets, end exclusive */
  span: readonly [number, number];
  kind: CarriedKind;
}

/**
 * The pieces to underline, in order and apart from one another. The engine reads runs of characters that begin and end
 * anywhere; each is widened to the words it touches. Where two sides claim a word the first reason given has it.
 * @param note says on hover what an underline means, by its side
 */
export function carriedSpans(
  text: string,
  carried: readonly Carried[],
  note: (kind: CarriedKind) => string,
): TextSpan[] {
  const words = wordsOf(text);
  const sides = new Array<CarriedKind | undefined>(words.length);
  for (const { span, kind } of carried)
    for (const [at, [start, end]] of words.entries()) if (start < span[1] && end > span[0]) sides[at] ??= kind;
  const spans: TextSpan[] = [];
  for (const [at, [start, end]] of words.entries()) {
    const kind = sides[at];
    if (!kind) continue;
    const last = spans.at(-1);
    if (last?.kind === kind && last.end === start) last.end = end;
    else spans.push({ start, end, kind, note: note(kind) });
  }
  return spans.filter((span) => [...text.slice(span.start, span.end)].length > 1);
}

/** The words of a text without what stands between them. */
function wordsOf(text: string): [number, number][] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)].flatMap(({ index, segment, isWordLike }): [number, number][] =>
    isWordLike ? [[index, index + segment.length]] : [],
  );
}
