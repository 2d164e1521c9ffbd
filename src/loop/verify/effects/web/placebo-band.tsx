// The same reckoning at dates on which nothing was mended: their intervals should lie across "no change".
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWidth } from '../../../../ui/use-width.ts';
import type { EffectResult } from '../core/effect.contract.ts';

const ROW = 28;

export function PlaceboBand({ result, effectiveOn }: { result: EffectResult; effectiveOn: string }) {
  const { t, i18n } = useTranslation('pageeffects');
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { placebo, estimate } = result.outcome;
  const rows = [...placebo.map((one) => ({ ...one, isReal: false }))];
  if (estimate) rows.push({ ...estimate, day: effectiveOn, isReal: true });
  const reach = Math.min(3, Math.max(0.5, ...rows.flatMap((one) => [-Math.log(one.low), Math.log(one.high)])));
  const left = 136;
  const x = (ratio: number) =>
    left + ((Math.max(-reach, Math.min(reach, Math.log(ratio))) + reach) / (2 * reach)) * (width - left - 16);
  const height = rows.length * ROW + 28;
  const locale = new Intl.DateTimeFormat(i18n.language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const marks = [0.25, 0.5, 1, 2, 4].filter((ratio) => Math.abs(Math.log(ratio)) <= reach);
  return (
    <div ref={box} className="hy-effect-chart">
      <svg width={width} height={height} role="img" aria-label={t('placebo.spoken', { count: placebo.length })}>
        {marks.map((ratio) => (
          <g key={ratio}>
            <path d={`M${x(ratio)} 4V${height - 22}`} className={ratio === 1 ? 'hy-effect-one' : 'hy-effect-grid'} />
            <text x={x(ratio)} y={height - 6} textAnchor="middle">
              ×{ratio}
            </text>
          </g>
        ))}
        {rows.map((one, index) => {
          const y = index * ROW + 18;
          return (
            <g key={`${one.day}${one.isReal}`} className={one.isReal ? 'hy-effect-real' : 'hy-effect-fake'}>
              <text x={0} y={y + 4}>
                {locale.format(new Date(`${one.day}T00:00:00Z`))}
                {one.isReal ? ` · ${t('placebo.real')}` : ''}
              </text>
              <path d={`M${x(one.low)} ${y}H${x(one.high)}`} />
              <circle cx={x(one.ratio)} cy={y} r="4" />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
