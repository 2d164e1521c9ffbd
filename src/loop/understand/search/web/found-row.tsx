// One found feedback on a line, or on two where there is little room.
import type { TFunction } from 'i18next';
import type { Column } from '../../../../ui/data-list.types.ts';
import { Highlighted, type TextSpan } from '../../../../ui/highlighted.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag, SentimentTag } from '../../../../ui/tags.tsx';
import { useMaskSpans } from '../../../../ui/use-say-masks.ts';
import { Stars } from '../../../collect/intake/web/stars.part.tsx';
import type { ThemeNames } from '../../themes/web/theme-names.part.tsx';
import type { FoundFeedback } from '../core/search.contract.ts';

const hitsOf = (row: FoundFeedback): TextSpan[] =>
  row.highlights.map(([start, end]) => ({ start, end, kind: 'hit' as const }));

/** Line breaks would make a line of two. */
function oneLine(text: string): string {
  return text.replaceAll(/[\n\r\t]/g, ' ');
}

function FoundWords({ row, lines }: { row: FoundFeedback; lines?: number }) {
  const masks = useMaskSpans();
  const spans = [...masks(row.text), ...hitsOf(row)];
  return <Highlighted text={oneLine(row.text)} spans={spans} clip={40} {...(lines ? { lines } : {})} />;
}

function Themes({ row, names, most }: { row: FoundFeedback; names: ThemeNames; most: number }) {
  const keys = row.judgement?.themes ?? [];
  return (
    <>
      {keys.slice(0, most).map((key) => (
        <PlainTag key={key} title={names.path(key)}>
          {names.name(key)}
        </PlainTag>
      ))}
      {keys.length > most && (
        <span className="hy-faint" title={keys.slice(most).map(names.name).join(' · ')}>
          +{keys.length - most}
        </span>
      )}
    </>
  );
}

export function explorerColumns(t: TFunction<'pageunderstand'>, names: ThemeNames): Column<FoundFeedback>[] {
  return [
    {
      key: 'class',
      title: t('column.class'),
      width: 84,
      render: (row) => row.judgement && <SentimentTag value={row.judgement.class} />,
    },
    {
      key: 'text',
      title: t('column.words'),
      render: (row) => (
        <span className="hy-row-line">
          <span className="hy-one-line hy-found-words">
            <FoundWords row={row} />
          </span>
        </span>
      ),
    },
    {
      key: 'themes',
      title: t('column.themes'),
      width: 196,
      from: 860,
      render: (row) => (
        <span className="hy-row-line">
          <Themes row={row} names={names} most={2} />
        </span>
      ),
    },
    {
      key: 'product',
      title: t('column.product'),
      width: 132,
      from: 1040,
      render: (row) => <span className="hy-quiet">{row.product?.name}</span>,
    },
    {
      key: 'rating',
      title: t('column.rating'),
      width: 64,
      from: 680,
      render: (row) => row.rating !== null && <Stars value={row.rating} />,
    },
    {
      key: 'at',
      title: t('column.at'),
      width: 104,
      align: 'right',
      render: (row) => (
        <span className="hy-faint">
          <RelativeTime at={row.occurredAt} />
        </span>
      ),
    },
  ];
}

export function NarrowRow({ row, names }: { row: FoundFeedback; names: ThemeNames }) {
  return (
    <div className="hy-found-narrow">
      <FoundWords row={row} lines={2} />
      <span className="hy-row-line">
        {row.judgement && <SentimentTag value={row.judgement.class} />}
        {row.rating !== null && <Stars value={row.rating} />}
        <span className="hy-found-themes">
          <Themes row={row} names={names} most={1} />
        </span>
        <span className="hy-grow" />
        <span className="hy-faint">
          <RelativeTime at={row.occurredAt} />
        </span>
      </span>
    </div>
  );
}
