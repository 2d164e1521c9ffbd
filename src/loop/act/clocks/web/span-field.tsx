// A span of working time as one types it: 30m, 8h, 1:30; written back in words.
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSpan, spanHours } from './time-text.ts';

/** Writes a span of working time in hours and minutes, in the reader's language. */
export function useSpanText(): (ms: number) => string {
  const { t } = useTranslation('pageclocks');
  return (ms) => {
    const { hours, minutes } = spanHours(ms);
    if (hours === 0) return t('span.minutes', { minutes });
    return minutes === 0 ? t('span.hours', { hours }) : t('span.both', { hours, minutes });
  };
}

/** @param value ms or undefined for none @param inherited ms that holds while this one is empty */
export function SpanField(props: {
  label: string;
  value: number | undefined;
  inherited?: number | undefined;
  placeholder?: string;
  disabled?: boolean;
  onChange: (ms: number | undefined) => void;
}) {
  const { t } = useTranslation('pageclocks');
  const spanText = useSpanText();
  const shown = props.value === undefined ? '' : spanText(props.value);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const read = readSpan(text);
  const isOdd = text.trim() !== '' && read === null;
  const leave = () => {
    if (isOdd) return;
    const next = read ?? undefined;
    setText(next === undefined ? '' : spanText(next));
    if (next !== props.value) props.onChange(next);
  };
  const placeholder = props.inherited ? spanText(props.inherited) : (props.placeholder ?? t('span.none'));
  return (
    <Input
      aria-label={props.label}
      aria-invalid={isOdd}
      title={isOdd ? t('span.odd') : undefined}
      status={isOdd ? 'error' : ''}
      disabled={props.disabled ?? false}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
    />
  );
}
