// Tries all policies on a made-up case: which one would decide, and when each clock would fall due.
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { problemText } from '../../../../ui/client/problem.ts';
import { useSession } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useNow } from '../../../../ui/use-now.ts';
import { CHANNELS } from '../../../collect/intake/core/feedback.contract.ts';
import { CLOCK_PRIORITIES } from '../core/clock.contract.ts';
import { simulatePoliciesRoute } from '../core/clock-update.contract.ts';
import { ThemePicker } from './condition-pickers.part.tsx';
import { Field } from './form-parts.part.tsx';
import { useSpanText } from './span-field.tsx';
import './calendar.css';

type Priority = (typeof CLOCK_PRIORITIES)[number];

export function PolicySimulator() {
  const { t, i18n } = useTranslation('pageclocks');
  const { workspace } = useSession();
  const spanText = useSpanText();
  const [channel, setChannel] = useState<string>('review');
  const [priority, setPriority] = useState<Priority>('medium');
  const [themes, setThemes] = useState<string[]>();
  const [vip, setVip] = useState(false);
  const minute = Math.floor(useNow('minute') / 60_000) * 60_000;
  // A case carries the themes above its themes too.
  const themeIds = [...new Set((themes ?? []).flatMap((key) => [key, key.split('.')[0]!]))];
  const read = useRead(
    simulatePoliciesRoute,
    { body: { facts: { channel, priority, themeIds, vip }, openedAt: new Date(minute).toISOString() } },
    { on: ['policy.*', 'calendar.*'] },
  );
  const when = new Intl.DateTimeFormat(i18n.language, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: workspace.timeZone,
  });
  const result = read.data;
  return (
    <Section title={t('simulate.title')} sentence={t('simulate.sentence')}>
      <div style={{ display: 'grid', gap: 12 }}>
        <Field name={t('simulate.channel')} as="div">
          <Select
            aria-label={t('simulate.channel')}
            value={channel}
            options={CHANNELS.map((value) => ({ value, label: t(`search:channel.${value}`, { defaultValue: value }) }))}
            onChange={setChannel}
          />
        </Field>
        <Field name={t('simulate.priority')} as="div">
          <Select
            aria-label={t('simulate.priority')}
            value={priority}
            options={CLOCK_PRIORITIES.map((value) => ({ value, label: t(`ui:priority.${value}`) }))}
            onChange={(value: Priority) => setPriority(value)}
          />
        </Field>
        <Field name={t('simulate.themes')} as="div">
          <ThemePicker
            label={t('simulate.themes')}
            placeholder={t('simulate.any')}
            value={themes}
            onChange={setThemes}
          />
        </Field>
        <Checkbox checked={vip} onChange={(event) => setVip(event.target.checked)}>
          {t('simulate.vip')}
        </Checkbox>
      </div>
      <div aria-live="polite" style={{ marginTop: 16 }}>
        {read.error && <p className="hy-ink-negative">{problemText(t, read.error)}</p>}
        {result && (
          <>
            <p className="hy-due">
              <span className="hy-quiet">{t('simulate.decides')}</span>
              <strong style={{ fontSize: 16 }}>
                {result.policyId ? (
                  <GoLink to={`/clocks/${result.policyId}`} className="hy-link">
                    {result.policyName}
                  </GoLink>
                ) : (
                  t('simulate.none')
                )}
              </strong>
            </p>
            <ul className="hy-stretches" style={{ marginTop: 8 }}>
              {result.clocks.map((clock) => (
                <li key={`${clock.kind} ${clock.stage ?? ''}`}>
                  <span>
                    {clock.stage
                      ? t(`clocks:stage.${clock.stage}`, { defaultValue: clock.stage })
                      : t(`clocks:kind.${clock.kind}`)}
                    <span className="hy-faint"> {spanText(clock.targetMs)}</span>
                  </span>
                  <span>{clock.dueAt ? when.format(Date.parse(clock.dueAt)) : t('tester.never')}</span>
                </li>
              ))}
            </ul>
            <p className="hy-field-note" style={{ marginTop: 8 }}>
              {t('simulate.zone', { zone: workspace.timeZone })}
            </p>
          </>
        )}
      </div>
    </Section>
  );
}
