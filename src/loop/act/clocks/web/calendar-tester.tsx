// Tries the hours as they stand on screen: a span that starts now falls due then, and these are the hours that were counted.
import { Button, Input, InputNumber } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { useRead } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { Section } from '../../../../ui/section.tsx';
import { previewCalendarRoute } from '../core/clock-update.contract.ts';
import { Field } from './form-parts.part.tsx';
import { useSpanText } from './span-field.tsx';
import { instantOf, wallText } from './zoned-time.ts';

export function CalendarTester({ hours }: { hours: Calendar }) {
  const { t, i18n } = useTranslation('pageclocks');
  const [start, setStart] = useState(() => wallText(Date.now(), hours.timeZone));
  const [length, setLength] = useState(8);
  const settled = useSettled(hours, 400);
  const startMs = instantOf(start, hours.timeZone);
  const spanText = useSpanText();
  const preview = useRead(
    previewCalendarRoute,
    {
      body: {
        hours: settled,
        startAt: new Date(startMs ?? 0).toISOString(),
        targetMs: Math.round(length * 60) * 60_000,
      },
    },
    { enabled: startMs !== null && length > 0 },
  );
  const when = (at: string) =>
    new Intl.DateTimeFormat(i18n.language, {
      month: 'long',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: hours.timeZone,
    }).format(Date.parse(at));
  const result = preview.data;
  return (
    <Section title={t('tester.title')} sentence={t('tester.sentence')}>
      <div className="hy-fields" style={{ marginBottom: 16 }}>
        <Field name={t('tester.start')} note={hours.timeZone}>
          <Input type="datetime-local" value={start} onChange={(event) => setStart(event.target.value)} />
        </Field>
        <Field name={t('tester.length')}>
          <InputNumber
            min={0.25}
            max={2000}
            step={0.5}
            value={length}
            onChange={(value) => value && setLength(value)}
            suffix={t('tester.hours')}
            style={{ width: '100%' }}
          />
        </Field>
      </div>
      <Button size="small" onClick={() => setStart(wallText(Date.now(), hours.timeZone))}>
        {t('tester.now')}
      </Button>
      <div aria-live="polite" style={{ marginTop: 12 }}>
        {preview.error && (
          <p className="hy-ink-negative">
            {Object.values(fieldTexts(t, preview.error))[0] ?? problemText(t, preview.error)}
          </p>
        )}
        {!preview.error && result && (
          <>
            <p className="hy-due">
              {result.dueAt ? (
                <>
                  <span className="hy-quiet">{t('tester.due')}</span>
                  <strong>{when(result.dueAt)}</strong>
                  {result.warnAt && <span className="hy-quiet">{t('tester.warn', { at: when(result.warnAt) })}</span>}
                </>
              ) : (
                t('tester.never')
              )}
            </p>
            <p className="hy-field-name" style={{ margin: '12px 0 4px' }}>
              {t('tester.stretches')}
            </p>
            <ol className="hy-stretches">
              {result.stretches.map((stretch) => (
                <li key={stretch.from}>
                  <span>{stretchText(stretch.from, stretch.to, i18n.language, hours.timeZone)}</span>
                  <span className="hy-faint">{spanText(stretch.ms)}</span>
                </li>
              ))}
            </ol>
            {result.moreStretches && <p className="hy-field-note">{t('tester.more')}</p>}
          </>
        )}
      </div>
    </Section>
  );
}

function stretchText(from: string, to: string, language: string, timeZone: string): string {
  const style = {
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  } as const;
  return new Intl.DateTimeFormat(language, style).formatRange(Date.parse(from), Date.parse(to));
}

/** The value once it has stayed the same for a while. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
