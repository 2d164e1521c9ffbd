// Points of a line without a neighbour: no line and no band can show them, so each is a dot with a whisker for its interval.
import type { ChartSeries } from './chart.types.ts';

/** Places whose neighbours are both unknown. */
export function lonePoints(values: readonly (number | null)[]): number[] {
  const isKnown = (index: number) => values[index] !== null && values[index] !== undefined;
  return values.flatMap((_, index) => (isKnown(index) && !isKnown(index - 1) && !isKnown(index + 1) ? [index] : []));
}

interface Api {
  value: (dimension: number) => number;
  coord: (point: [number, number]) => [number, number];
}

/** @param shift px to the side, so that series do not lie on each other */
export function loneSeries(series: ChartSeries, ink: string, shift: number): Record<string, unknown>[] {
  const places = lonePoints(series.values);
  if (places.length === 0) return [];
  return [
    {
      type: 'custom',
      name: `${series.name} ±`,
      silent: true,
      tooltip: { show: false },
      z: 3,
      encode: { x: 0, y: [1, 2, 3] },
      data: places.map((place) => {
        const value = series.values[place] ?? 0;
        return [place, value, series.low?.[place] ?? value, series.high?.[place] ?? value];
      }),
      renderItem: (_: unknown, api: Api) => {
        const [middle, y] = api.coord([api.value(0), api.value(1)]);
        const [, low] = api.coord([api.value(0), api.value(2)]);
        const [, high] = api.coord([api.value(0), api.value(3)]);
        const x = middle + shift;
        const style = { stroke: ink, lineWidth: 1.5 };
        const line = (x1: number, y1: number, x2: number, y2: number) => ({
          type: 'line',
          shape: { x1, y1, x2, y2 },
          style,
        });
        return {
          type: 'group',
          children: [
            ...(low === high
              ? []
              : [line(x, low, x, high), line(x - 4, low, x + 4, low), line(x - 4, high, x + 4, high)]),
            { type: 'circle', shape: { cx: x, cy: y, r: 4 }, style: { fill: ink } },
          ],
        };
      },
    },
  ];
}
