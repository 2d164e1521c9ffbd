// A chart in our tokens, drawn as SVG by a library that is loaded only now; a table says the same to readers of the screen.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from './appearance.tsx';
import type { ChartProps } from './chart.types.ts';
import { chartOptions, inkOf, isNamedAbove, lineSign, toneInk } from './chart-options.ts';
import { Bone } from './skeletons.tsx';
import { palettes } from './tokens.ts';
import './chart.css';

type Drawing = ReturnType<typeof import('./chart-engine.ts').init>;

/** Props in `chart.types.ts`. */
export function Chart(props: ChartProps): ReactNode {
  const { i18n } = useTranslation();
  const { theme } = useAppearance();
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const [ready, setReady] = useState(false);
  const pick = useRef(props.onPick);
  pick.current = props.onPick;
  const height = props.height ?? 220;
  const palette = palettes[theme];

  useEffect(() => {
    let gone = false;
    let observer: ResizeObserver | undefined;
    void import('./chart-engine.ts').then(({ init }) => {
      if (gone || !box.current) return;
      const chart = init(box.current, undefined, { renderer: 'svg' });
      drawing.current = chart;
      chart.on('click', (event) => pick.current?.(event.dataIndex, event.seriesIndex ?? 0));
      observer = new ResizeObserver(() => chart.resize());
      observer.observe(box.current);
      setReady(true);
    });
    return () => {
      gone = true;
      observer?.disconnect();
      drawing.current?.dispose();
      drawing.current = null;
    };
  }, []);
  useEffect(() => {
    if (!ready) return;
    const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches;
    drawing.current?.setOption(chartOptions(props, palette, i18n.language, still), { notMerge: true });
  }, [ready, props, palette, i18n.language]);

  return (
    <figure className="hy-chart">
      {isNamedAbove(props) && (
        <figcaption aria-hidden>
          {props.series.map((series, index) => (
            <span key={series.name}>
              {props.kind === 'line' ? (
                <i
                  className="hy-chart-line"
                  style={{ borderTopStyle: lineSign(index), color: toneInk(palette, props.series, index) }}
                />
              ) : (
                <i style={{ background: inkOf(palette, series.tone ?? 'plain') }} />
              )}
              {series.name}
            </span>
          ))}
        </figcaption>
      )}
      <div
        ref={box}
        className={props.onPick ? 'hy-chart-box hy-chart-door' : 'hy-chart-box'}
        style={{ height }}
        aria-hidden
      />
      {!ready && (
        <div className="hy-chart-wait" style={{ height }}>
          <Bone height={height - 24} />
        </div>
      )}
      <ChartTable {...props} />
    </figure>
  );
}

function ChartTable({ title, labels, series, format }: ChartProps) {
  const write = format ?? ((value: number) => String(value));
  return (
    <table className="hy-hidden">
      <caption>{title}</caption>
      <thead>
        <tr>
          <td />
          {series.map((one) => (
            <th key={one.name} scope="col">
              {one.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two places on an axis may have the same name
          <tr key={index}>
            <th scope="row">{label}</th>
            {series.map((one) => (
              <td key={one.name}>
                {one.values[index] === null || one.values[index] === undefined ? '–' : write(one.values[index])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
