// The customer's own words with what the engine saw in them drawn underneath, and search hits marked.
import type { ReactNode } from 'react';
import './highlighted.css';

export interface TextSpan {
  /** UTF-16 offsets, end exclusive */
  start: number;
  end: number;
  /** `positive`, `neutral`, `negative` underline; `hit` is a search hit; `mask` hides personal data */
  kind: 'positive' | 'neutral' | 'negative' | 'hit' | 'urgent' | 'mask';
  /** what it is, on hover: "物流 · 负面" */
  note?: string;
  /** what is shown instead of the words: a mark in the reader's language; it begins where the span begins */
  shown?: string;
}

interface Piece {
  start: number;
  end: number;
  spans: TextSpan[];
}

/** Cuts a text where any span starts or ends, so that overlapping spans can be drawn. Spans outside the text are cut to it. */
export function piecesOf(length: number, spans: readonly TextSpan[]): Piece[] {
  const kept = spans
    .map((span) => ({ ...span, start: Math.max(0, span.start), end: Math.min(length, span.end) }))
    .filter((span) => span.start < span.end);
  const cuts = [...new Set([0, length, ...kept.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!;
    return { start, end, spans: kept.filter((span) => span.start <= start && span.end >= end) };
  });
}

/** @param lines cuts the text after so many lines @param clip characters around the first hit, for one-line rows */
export function Highlighted({
  text,
  spans = [],
  lines,
  clip,
}: {
  text: string;
  spans?: readonly TextSpan[];
  lines?: number;
  clip?: number;
}): ReactNode {
  const first = spans.find((span) => span.kind === 'hit');
  const from = clip && first && first.start > clip ? first.start - Math.floor(clip / 2) : 0;
  const shown = text.slice(from);
  const moved = from ? spans.map((span) => ({ ...span, start: span.start - from, end: span.end - from })) : spans;
  return (
    <span
      className={lines ? 'hy-words hy-words-clamp' : 'hy-words'}
      style={lines ? { WebkitLineClamp: lines } : undefined}
    >
      {from > 0 && '…'}
      {piecesOf(shown.length, moved).map((piece) => {
        const stand = piece.spans.find((span) => span.shown !== undefined);
        const words = !stand ? shown.slice(piece.start, piece.end) : stand.start === piece.start ? stand.shown : '';
        if (piece.spans.length === 0 || !words) return words;
        const isHit = piece.spans.some((span) => span.kind === 'hit');
        const under = piece.spans.find((span) => span.kind !== 'hit');
        const note = piece.spans.flatMap((span) => span.note ?? []).join(' · ') || undefined;
        const className = under ? `hy-span hy-span-${under.kind}` : undefined;
        return isHit ? (
          <mark key={piece.start} className={className} title={note}>
            {words}
          </mark>
        ) : (
          <span key={piece.start} className={className} title={note}>
            {words}
          </span>
        );
      })}
    </span>
  );
}
