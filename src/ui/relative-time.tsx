// A time the way design.md asks: relative within a day, absolute with its zone after, the other form on hover.
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { absoluteText, DAY, relativeText, shortText } from './time-format.ts';
import { useNow } from './use-now.ts';

/** @param at ISO instant or ms; @param zone IANA zone, the browser's when left out; @param full always date, time and zone */
export function RelativeTime({ at, zone, full = false }: { at: string | number; zone?: string; full?: boolean }) {
  const { i18n } = useTranslation();
  const now = useNow('minute');
  const time = typeof at === 'number' ? at : Date.parse(at);
  if (!Number.isFinite(time)) return null;
  const whole = absoluteText(time, i18n.language, zone);
  const near = Math.abs(time - now) < DAY;
  const text = full ? whole : near ? relativeText(time, now, i18n.language) : shortText(time, now, i18n.language, zone);
  return (
    <Tooltip title={full ? relativeOrNothing(near, time, now, i18n.language) : whole} mouseEnterDelay={0.3}>
      <time className="hy-time" dateTime={new Date(time).toISOString()}>
        {text}
      </time>
    </Tooltip>
  );
}

function relativeOrNothing(near: boolean, time: number, now: number, language: string): string | undefined {
  return near ? relativeText(time, now, language) : undefined;
}
