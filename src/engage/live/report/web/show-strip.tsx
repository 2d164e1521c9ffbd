// Draws the strip of a show: product on air, comments, mood, orders, alarms, gaps; a press moves the cursor.
import { memo, type PointerEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { columnsOf } from '../core/columns.ts';
import type { ShowRecord } from '../core/show-record.contract.ts';

const HEIGHT = 176;

interface StripProps {
  record: ShowRecord;
  width: number;
}

export function ShowStrip(props: StripProps & { second: number; onSecond: (second: number) => void }) {
  const { record, width, second, onSecond } = props;
  const length = Math.max(1, record.endedAt - record.startedAt);
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    onSecond(Math.floor((share * length) / 1000));
  };
  return (
    // The slider beneath does the same by keys.
    <div className="show-strip" onPointerDown={move} onPointerMove={move} aria-hidden>
      <Picture record={record} width={width} />
      <i className="show-cursor" style={{ left: `${(Math.min(second * 1000, length) / length) * 100}%` }} />
    </div>
  );
}

const Picture = memo(({ record, width }: StripProps) => {
  const { t } = useTranslation('livereport');
  const length = Math.max(1, record.endedAt - record.startedAt);
  const x = (at: number) => (Math.min(Math.max(at - record.startedAt, 0), length) / length) * width;
  const columns = useMemo(() => columnsOf(record, Math.max(24, Math.floor(width / 4))), [record, width]);
  const most = Math.max(1, ...columns.map((one) => one.comments));
  const mostOrders = Math.max(1, ...columns.map((one) => one.orders));
  const wide = (from: number, to: number) => Math.max(1, x(to) - x(from) - 0.5);
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} focusable="false" aria-hidden="true">
      <defs>
        <pattern id="show-gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="show-hatch" />
        </pattern>
      </defs>
      {record.air.map((span, index) => (
        <g key={`${span.productId} ${span.from}`}>
          <rect
            x={x(span.from)}
            y={0}
            width={wide(span.from, span.to)}
            height={22}
            className={`show-air-${index % 2}`}
          />
          {wide(span.from, span.to) > 26 && (
            <text x={x(span.from) + 5} y={15} className="show-air-name">
              {shorten(span.index === null ? span.title : `${span.index} ${span.title}`, wide(span.from, span.to))}
            </text>
          )}
        </g>
      ))}
      {columns.map((one) => (
        <g key={one.from}>
          <rect
            x={x(one.from)}
            y={88 - (one.comments / most) * 58}
            width={wide(one.from, one.to)}
            height={(one.comments / most) * 58}
            className="show-comments"
          />
          <rect
            x={x(one.from)}
            y={one.mood > 0 ? 114 - one.mood * 22 : 114}
            width={wide(one.from, one.to)}
            height={Math.abs(one.mood) * 22}
            className={one.mood > 0 ? 'show-good' : 'show-bad'}
          />
          <rect
            x={x(one.from)}
            y={158 - (one.orders / mostOrders) * 18}
            width={wide(one.from, one.to)}
            height={(one.orders / mostOrders) * 18}
            className="show-orders"
          />
        </g>
      ))}
      <line x1="0" y1="114" x2={width} y2="114" className="show-zero" />
      {record.alerts.map((one) => (
        <path
          key={one.alertId}
          d={
            one.level === 'red'
              ? `M${x(one.raisedAt) - 5} 174 h10 l-5 -10 z`
              : `M${x(one.raisedAt) - 4} 169 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0`
          }
          className={one.level === 'red' ? 'show-alarm-red' : 'show-alarm'}
        />
      ))}
      {record.health.gaps.map((gap) => {
        const place = { x: x(gap.from), y: 24, width: Math.max(3, x(gap.to) - x(gap.from)), height: 136 };
        return (
          <g key={gap.from}>
            <rect {...place} className="show-unheard" />
            <rect {...place} fill="url(#show-gap)" />
          </g>
        );
      })}
      {LABELS.map(([key, top]) => (
        <text key={key} x={4} y={top} className="show-band">
          {t(`timeline.${key}`)}
        </text>
      ))}
    </svg>
  );
});
Picture.displayName = 'Picture';

const LABELS = [
  ['comments', 36],
  ['mood', 102],
  ['orders', 140],
] as const;

function shorten(text: string, width: number): string {
  let room = width - 10;
  let shown = '';
  for (const sign of text) {
    room -= sign < '\u0250' ? 7 : 12;
    if (room < 12) break;
    shown += sign;
  }
  if (shown.length >= text.length) return text;
  // A number alone says more than two letters of a name.
  return shown.length < 6 ? (text.split(' ')[0] ?? '') : `${shown.trimEnd()}…`;
}
