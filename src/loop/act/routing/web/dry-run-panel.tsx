// Shows what rules would have done with the last days, before they do anything.
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { problemText } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useConditionNames } from '../../clocks/web/condition-pickers.part.tsx';
import { dryRunRulesRoute, type RuleDraft } from '../core/rule.contract.ts';
import './rules.css';

/** @param rule the draft to try alone; left out, all enabled rules together @param ruleNames words for the ids of rules */
export function DryRunPanel({ rule, ruleNames }: { rule?: RuleDraft; ruleNames?: ReadonlyMap<string, string> }) {
  const { t, i18n } = useTranslation('pagerules');
  const [days, setDays] = useState(7);
  const names = useConditionNames();
  const mayRead = useCan('feedback.read');
  const run = useVerb(dryRunRulesRoute);
  const result = run.data;
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const start = () => run.mutate({ body: rule ? { days, rule: { ...rule, enabled: true } } : { days } });
  return (
    <Section title={t('dry.title')} sentence={t(rule ? 'dry.one' : 'dry.all')}>
      <div className="hy-row-line">
        <Select
          aria-label={t('dry.days')}
          value={days}
          options={[1, 7, 30, 90].map((value) => ({ value, label: t('dry.lastDays', { count: value }) }))}
          onChange={setDays}
          style={{ flex: 1 }}
        />
        <Button loading={run.isPending} onClick={start}>
          {t('dry.run')}
        </Button>
      </div>
      <div aria-live="polite">
        {run.error && <p className="hy-ink-negative">{problemText(t, run.error)}</p>}
        {result && !run.error && (
          <>
            <dl className="hy-dry-figures">
              {(['wouldOpen', 'wouldJoin', 'matched', 'passedOver'] as const).map((key) => (
                <div key={key}>
                  <dt>{t(`dry.${key}`)}</dt>
                  <dd>{number(result[key])}</dd>
                </div>
              ))}
            </dl>
            <p className="hy-field-note">
              {t(result.truncated ? 'dry.truncated' : 'dry.scanned', { scanned: number(result.scanned) })}
            </p>
            {!rule && result.byRule.length > 0 && (
              <ul className="hy-stretches hy-dry-rules">
                {result.byRule.map((one) => (
                  <li key={one.ruleId ?? ''}>
                    <span>{ruleNames?.get(one.ruleId ?? '') ?? t('rule')}</span>
                    <span>{number(one.matched)}</span>
                  </li>
                ))}
              </ul>
            )}
            {result.samples.length > 0 && <h3 className="hy-dry-head">{t('dry.samples')}</h3>}
            <ul className="hy-dry-samples">
              {result.samples.map((sample) => (
                <li key={sample.feedbackId}>
                  <p>{sample.text}</p>
                  <p className="hy-field-note">
                    <span className={`hy-would hy-would-${sample.would}`}>{t(`dry.would.${sample.would}`)}</span>
                    {names.channel(sample.channel)}
                    {sample.rating !== null && ` · ${t('dry.stars', { count: sample.rating })}`}
                    {sample.theme && ` · ${names.theme(sample.theme)}`}
                    {mayRead && (
                      <>
                        {' · '}
                        <GoLink to={`/feedback/${sample.feedbackId}`} className="hy-link">
                          {t('dry.open')}
                        </GoLink>
                      </>
                    )}
                  </p>
                </li>
              ))}
            </ul>
            {result.scanned === 0 && <p className="hy-quiet">{t('dry.nothing')}</p>}
          </>
        )}
      </div>
    </Section>
  );
}
