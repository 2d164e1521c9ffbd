// The strip of a show under a cursor: move it by pointer, by keys, or let it run, and read what was said at that second.
import { Button, Segmented, Slider } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWidth } from '../../../../ui/use-width.ts';
import type { ShowRecord } from '../core/show-record.contract.ts';
import { LinesPane } from './lines-pane.tsx';
import { secondText } from './say-span.ts';
import { ShowStrip } from './show-strip.tsx';

const SPEEDS = [1, 10, 60] as const;
/** Seconds by key. */
const LEAPS: Record<string, number> = {
  PageUp: 60,
  PageDown: -60,
  'Shift ArrowRight': 10,
  'Shift ArrowUp': 10,
  'Shift ArrowLeft': -10,
  'Shift ArrowDown': -10,
};

export function Scrubber(props: {
  showId: string;
  record: ShowRecord;
  second: number;
  onSecond: (second: number) => void;
}) {
  const { t } = useTranslation('livereport');
  const { record, second, onSecond } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [speed, setSpeed] = useState<number | null>(null);
  const [pace, setPace] = useState<number>(10);
  const last = Math.max(1, Math.floor((record.endedAt - record.startedAt) / 1000));
  useEffect(() => {
    if (speed === null) return;
    const timer = setInterval(() => onSecond(Math.min(last, second + speed)), 1000);
    if (second >= last) setSpeed(null);
    return () => clearInterval(timer);
  }, [speed, second, last, onSecond]);
  const bucket = record.buckets.find((one) => one.at > record.startedAt + second * 1000 - record.bucketMs);
  const air = record.air.find((one) => {
    const at = record.startedAt + second * 1000;
    return one.from <= at && at < one.to;
  });
  /** An arrow is one second; with shift ten, and a page a minute: a show has thousands of them. */
  const leap = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!(event.target instanceof Element) || !event.target.matches('[role=slider]')) return;
    const by = LEAPS[event.shiftKey ? `Shift ${event.key}` : event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onSecond(Math.max(0, Math.min(last, second + by)));
  };
  return (
    <div className="show-scrubber" ref={box} onKeyDownCapture={leap}>
      {width > 0 && <ShowStrip record={record} width={width} second={second} onSecond={onSecond} />}
      <Slider
        min={0}
        max={last}
        value={second}
        onChange={onSecond}
        tooltip={{
          formatter: (value) => secondText(value ?? 0),
          getPopupContainer: (handle) => box.current ?? handle,
        }}
        ariaLabelForHandle={t('page.cursor')}
        ariaValueTextFormatterForHandle={(value) => secondText(value)}
      />
      <div className="show-bar">
        <Button onClick={() => setSpeed(speed === null ? pace : null)} aria-pressed={speed !== null}>
          {speed === null ? t('page.play') : t('page.pause')}
        </Button>
        <Segmented
          size="small"
          aria-label={t('page.speed')}
          value={pace}
          options={SPEEDS.map((one) => ({ value: one, label: `${one}×` }))}
          onChange={(value) => {
            setPace(value);
            if (speed !== null) setSpeed(value);
          }}
        />
        <strong className="show-clock">{secondText(second)}</strong>
        <span className="hy-quiet show-now">
          {air ? (air.index === null ? air.title : `${air.index} · ${air.title}`) : t('page.nothing_on_air')}
          {bucket ? ` · ${t('page.in_ten_seconds', { comments: bucket.comments, orders: bucket.orders })}` : ''}
          {bucket && bucket.gap > 0.5 ? ` · ${t('page.not_heard')}` : ''}
        </span>
      </div>
      <LinesPane showId={props.showId} record={record} second={second} />
    </div>
  );
}
