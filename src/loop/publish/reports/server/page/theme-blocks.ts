// Lays out what people talked about: themes that really moved, and those named most.
import type { PublicFigure } from '../../core/public-report.ts';
import type { Block } from './blocks.ts';
import type { FigureSpeaker } from './say-figure.ts';

const MOST_NAMED = 12;
const MOST_MOVED = 8;

/** @param shares and @param changes only those that may be shown */
export function themeBlocks(
  speak: FigureSpeaker,
  shares: readonly PublicFigure[],
  changes: readonly PublicFigure[],
): Block[] {
  const { t } = speak;
  if (shares.length === 0) return [];
  const comparable = changes.some((figure) => figure.value !== null);
  const moved = (direction: 'up' | 'down') =>
    changes
      .filter((figure) => figure.direction === direction && figure.value !== null)
      .sort((a, b) => Math.abs(b.value!) - Math.abs(a.value!))
      .slice(0, MOST_MOVED);
  const blocks: Block[] = [];
  const spans = [...moved('up'), ...moved('down')];
  if (spans.length > 0) {
    blocks.push({
      kind: 'chart',
      chart: {
        chart: 'spans',
        title: t('reports:chart.changes'),
        unit: '',
        rows: spans.map((figure) => ({
          label: speak.itemName(figure)!,
          value: figure.value! * 100,
          low: figure.low! * 100,
          high: figure.high! * 100,
          text: `${t(`reports:themes.${figure.direction}`)} · ${speak.say(figure).value} (${speak.range(figure)})`,
        })),
      },
    });
  } else if (comparable) blocks.push({ kind: 'note', text: t('reports:empty.no_change') });
  blocks.push({ kind: 'subheading', text: t('reports:themes.more') });
  blocks.push({
    kind: 'table',
    head: [t('reports:cell.theme'), t('reports:cell.share'), t('reports:cell.previous'), t('reports:cell.change')],
    numbers: [1, 2, 3],
    widths: [4, 4, 2, 4],
    rows: shares.slice(0, MOST_NAMED).map((figure) => {
      const words = speak.say(figure);
      const change = changes.find((one) => one.item === figure.item);
      return [
        words.label,
        `${words.value} (${words.range ?? ''})`,
        figure.previous === null ? t('reports:none') : speak.percent(figure.previous),
        change && change.value !== null
          ? change.direction === 'unclear'
            ? t('reports:themes.unclear')
            : `${speak.say(change).value} (${speak.range(change)})`
          : t('reports:none'),
      ];
    }),
  });
  return blocks;
}
