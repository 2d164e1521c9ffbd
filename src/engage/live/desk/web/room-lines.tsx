// The room: merged lines with their count, newest on top, drawn only where they can be seen, still while somebody points at them.
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import type { RoomLine } from '../../analysis/core/analysis.contract.ts';
import {
  type ChosenLines,
  chooseLines,
  isWanted,
  LINE_FILTERS,
  type LineFilter,
  NO_LINES,
} from '../core/choose-lines.ts';
import { LineRow } from './line-row.tsx';
import { countText } from './say.ts';
import { useSignal } from './signals.ts';
import { useDeskHere } from './use-desk.tsx';

const ROW = 34;
const OVERSCAN = 4;

/** Lines as they are shown: chosen with every patch, or held still while what comes is counted. */
class LineView {
  filter: LineFilter = 'all';
  isStill = false;
  waiting = 0;
  shown: ChosenLines = NO_LINES;
  private seen = new Set<string>();
  private held: ChosenLines = NO_LINES;
  private lines: readonly RoomLine[] | null = null;
  private snapshot = { shown: this.shown, waiting: 0 };

  read(lines: readonly RoomLine[]): { shown: ChosenLines; waiting: number } {
    if (lines === this.lines) return this.snapshot;
    // Before the first patch everything known is history and may be shown at once.
    const pace = this.lines === null ? 60 : undefined;
    this.lines = lines;
    const next = chooseLines(this.held, lines, this.seen, this.filter, pace);
    this.held = next;
    if (!this.isStill) this.shown = next;
    else this.refresh(next);
    return this.publish();
  }

  still(isStill: boolean): void {
    this.isStill = isStill;
    if (isStill) return;
    this.shown = this.held;
    this.waiting = 0;
    this.publish();
  }

  choose(filter: LineFilter): void {
    this.filter = filter;
    this.held = { rows: this.held.rows.filter((line) => isWanted(line, filter)), skipped: 0 };
    this.seen = new Set(this.held.rows.map((line) => line.lineId));
    this.shown = this.held;
    this.lines = null;
  }

  /** While still, rows keep their places and take new counts only. */
  private refresh(next: ChosenLines): void {
    const newest = new Map(next.rows.map((line) => [line.lineId, line]));
    let changed = false;
    const rows = this.shown.rows.map((line) => {
      const newer = newest.get(line.lineId) ?? line;
      if (newer !== line) changed = true;
      newest.delete(line.lineId);
      return newer;
    });
    this.waiting = newest.size;
    if (changed) this.shown = { rows, skipped: this.shown.skipped };
  }

  private publish() {
    const { shown, waiting } = this;
    if (this.snapshot.shown !== shown || this.snapshot.waiting !== waiting) this.snapshot = { shown, waiting };
    return this.snapshot;
  }
}

export function RoomLines() {
  const { t, i18n } = useTranslation('livedesk');
  const { store } = useDeskHere();
  const [view] = useState(() => new LineView());
  const [filter, setFilter] = useState<LineFilter>('all');
  const [isPaused, setPaused] = useState(false);
  const [, redraw] = useState(0);
  const { shown, waiting } = useSyncExternalStore(store.listen('lines'), () => view.read(store.get('lines')));
  const box = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ top: 0, height: 640 });
  const reasons = useRef({ pointer: false, focus: false, scrolled: false, paused: false });
  const settle = useCallback(
    (change: Partial<typeof reasons.current>) => {
      Object.assign(reasons.current, change);
      const isStill = Object.values(reasons.current).some(Boolean);
      if (isStill === view.isStill) return;
      view.still(isStill);
      redraw((count) => count + 1);
    },
    [view],
  );
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => setRange((now) => ({ ...now, height: element.clientHeight })));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const pick = useCallback(
    (next: LineFilter) => {
      view.choose(next);
      setFilter(next);
    },
    [view],
  );
  useSignal(
    'pause',
    useCallback(() => {
      settle({ paused: !reasons.current.paused });
      setPaused(reasons.current.paused);
    }, [settle]),
  );
  useSignal(
    'filter',
    useCallback(() => pick(LINE_FILTERS[(LINE_FILTERS.indexOf(view.filter) + 1) % LINE_FILTERS.length]!), [pick, view]),
  );
  const { rows, skipped } = shown;
  const first = Math.max(0, Math.floor(range.top / ROW) - OVERSCAN);
  const last = Math.min(rows.length, Math.ceil((range.top + range.height) / ROW) + OVERSCAN);
  /** One stop for the tab key; inside, arrows go from line to line and Enter opens what can be done with it. */
  const stepOn = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const lines = step ? [...box.current!.querySelectorAll<HTMLElement>('.ld-line:enabled')] : [];
    const at = lines.indexOf(document.activeElement as HTMLElement);
    const next = lines[at < 0 ? Math.floor(range.top / ROW) - first : at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <section className="ld-lines" aria-label={t('room.title')}>
      <header className="ld-head">
        <h2>{t('room.title')}</h2>
        {skipped > 0 && (
          <span className="ld-faint" title={t('room.skipped_why')}>
            {t('room.skipped', { count: skipped, n: countText(skipped, i18n.language) })}
          </span>
        )}
        <span className="hy-grow" />
        <button
          type="button"
          className="ld-icon-button"
          aria-pressed={isPaused}
          title={t('keys.pause')}
          aria-label={t('keys.pause')}
          onClick={() => {
            settle({ paused: !isPaused });
            setPaused(!isPaused);
          }}
        >
          <Icon name={isPaused ? 'play' : 'pause'} size={16} />
        </button>
      </header>
      <fieldset className="ld-chips" aria-label={t('room.filter')}>
        {LINE_FILTERS.map((one) => (
          <button key={one} type="button" aria-pressed={one === filter} onClick={() => pick(one)}>
            {t(`room.filters.${one}`)}
          </button>
        ))}
      </fieldset>
      {/* The button that shows what came lies over the lines: pointing at it is pointing at them. */}
      <div
        className="ld-lines-hold"
        onPointerEnter={(event) => event.pointerType === 'mouse' && settle({ pointer: true })}
        onPointerLeave={() => settle({ pointer: false })}
      >
        <div
          ref={box}
          className="ld-lines-box"
          role="log"
          aria-live="off"
          aria-label={t('room.lines')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
          tabIndex={0}
          onFocus={(event) => event.target.matches(':focus-visible') && settle({ focus: true })}
          onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || settle({ focus: false })}
          onKeyDown={stepOn}
          onScroll={(event) => {
            const { scrollTop } = event.currentTarget;
            setRange((now) => ({ ...now, top: scrollTop }));
            settle({ scrolled: scrollTop > ROW });
          }}
        >
          <div style={{ height: rows.length * ROW, position: 'relative' }}>
            {rows.slice(first, last).map((line, at) => (
              <LineRow key={line.lineId} line={line} top={(first + at) * ROW} />
            ))}
          </div>
          {rows.length === 0 && <p className="ld-empty">{t(filter === 'all' ? 'room.empty' : 'room.empty_filter')}</p>}
        </div>
        {waiting > 0 && (
          <button
            type="button"
            className="ld-new"
            onClick={() => {
              box.current?.scrollTo({ top: 0 });
              settle({ pointer: false, focus: false, scrolled: false, paused: false });
              setPaused(false);
            }}
          >
            <Icon name="up" size={14} /> {t('room.new', { count: waiting })}
          </button>
        )}
      </div>
    </section>
  );
}
