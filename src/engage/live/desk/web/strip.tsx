// The last hour at the bottom: ten-second bars in blocks of five minutes, questions and complaints in them, orders above, gaps shaded.

import { Popover } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyText } from '../../../../kit/money.ts';
import { barsOf, WINDOW_MS } from '../core/windows.ts';
import type { DeskSize } from './desk-body.tsx';
import { drawStrip, type StripFrame } from './draw-strip.ts';
import { countText, shareText, timeText } from './say.ts';
import { useDesk, useDeskHere } from './use-desk.tsx';

/** Bars change every ten seconds; the last one grows once a second. */
const DRAW_MS = 1000;
/** As much time as the width can tell; a young show is drawn larger. */
const SPANS_MS: Record<DeskSize, readonly number[]> = {
  desk: [900_000, 1_800_000, 3_600_000],
  tablet: [900_000, 1_800_000, 2_700_000],
  phone: [600_000, 1_200_000],
};

export function Strip({ size }: { size: DeskSize }) {
  const { t, i18n } = useTranslation('livedesk');
  const { store } = useDeskHere();
  const words = useDesk('words');
  const startedAt = useDesk('startedAt');
  const canvas = useRef<HTMLCanvasElement>(null);
  const span = spanOf(size, startedAt, store.clock());
  useEffect(() => {
    let drawn: unknown = null;
    const draw = (force = false) => {
      const element = canvas.current;
      const buckets = store.get('buckets');
      if (!element || (!force && buckets === drawn)) return;
      drawn = buckets;
      drawStrip(element, frameOf(store.clock(), span), {
        buckets,
        gaps: store.get('health')?.gaps ?? [],
        alerts: store.get('alerts'),
      });
    };
    const timer = setInterval(draw, DRAW_MS);
    const watch = new ResizeObserver(() => draw(true));
    if (canvas.current) watch.observe(canvas.current);
    return () => {
      clearInterval(timer);
      watch.disconnect();
    };
  }, [store, span]);
  return (
    <footer className="ld-strip">
      <div className="ld-strip-time">
        <canvas ref={canvas} role="img" aria-label={t('strip.label')} />
        <Blocks span={span} />
      </div>
      {size === 'desk' && (
        <section className="ld-words" aria-label={t('words.title')}>
          <h2 title={t('words.why')}>{t('words.title')}</h2>
          <p>
            {words.slice(0, 10).map((word) => (
              <span
                key={word.word}
                title={t('words.word', { count: word.count, people: word.people, lift: word.lift.toFixed(1) })}
              >
                {word.word}
                <small>{countText(word.people, i18n.language)}</small>
              </span>
            ))}
            {words.length === 0 && <span className="ld-faint">{t('words.none')}</span>}
          </p>
        </section>
      )}
    </footer>
  );
}

/** The shortest of the spans that holds the show so far, in whole blocks. */
function spanOf(size: DeskSize, startedAt: number, clock: number): number {
  const from = Math.floor(startedAt / WINDOW_MS) * WINDOW_MS;
  const spans = SPANS_MS[size];
  return spans.find((span) => frameOf(clock, span).from <= from) ?? spans.at(-1)!;
}

/** The strip ends with the block that is under way. */
function frameOf(clock: number, span: number): StripFrame {
  const to = Math.ceil((clock + 1) / WINDOW_MS) * WINDOW_MS;
  return { from: to - span, to, clock };
}

/** Sums of each five minutes over their bars; hover and focus tell the rest. */
function Blocks({ span }: { span: number }) {
  const { t, i18n } = useTranslation('livedesk');
  const { store } = useDeskHere();
  const buckets = useDesk('buckets');
  const figures = useDesk('figures');
  const frame = frameOf(store.clock(), span);
  const bars = barsOf(buckets).filter((bar) => bar.at >= frame.from);
  const language = i18n.language;
  return (
    <ol className="ld-blocks">
      {bars.map((bar) => (
        <li
          key={bar.at}
          style={{ left: `${((bar.at - frame.from) / span) * 100}%`, width: `${(WINDOW_MS / span) * 100}%` }}
        >
          <Popover
            trigger={['hover', 'focus']}
            mouseEnterDelay={0.2}
            content={
              <dl className="ld-block-sheet">
                {(
                  [
                    ['comments', countText(bar.comments, language)],
                    ['questions', countText(bar.questions, language)],
                    ['complaints', countText(bar.complaints, language)],
                    ['mood', `+${bar.positive} / −${bar.negative}`],
                    ['orders', countText(bar.orders, language)],
                    [
                      'gmv',
                      moneyText({ minor: bar.gmvMinor, currency: figures?.session.currency ?? 'CNY' }, language, {
                        isShort: true,
                      }),
                    ],
                    ['gap', bar.gap > 0 ? shareText(bar.gap, language) : '–'],
                  ] as const
                ).map(([key, value]) => (
                  <div key={key} className={`ld-block-${key}`}>
                    <dt>{t(`strip.${key}`)}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            }
            title={timeText(bar.at, language)}
          >
            <button
              type="button"
              aria-label={t('strip.block', {
                time: timeText(bar.at, language),
                count: bar.comments,
                n: countText(bar.comments, language),
              })}
            >
              <span>{timeText(bar.at, language)}</span>
              <b>{countText(bar.comments, language)}</b>
            </button>
          </Popover>
        </li>
      ))}
    </ol>
  );
}
