// Rules that notice what nobody said: thresholds, a dry run over the last 90 days, and the switch.
import { Button, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { SentimentTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  type LatentDoubt,
  type LatentRuleView,
  listLatentRulesRoute,
  setLatentRuleRoute,
  tryLatentRuleRoute,
} from '../core/latent.contract.ts';
import './latent.css';

export function RulesPage() {
  const { t } = useTranslation('pagesignals');
  const rules = useRead(listLatentRulesRoute, {}, { on: ['latent_rule.set', 'latent.found'] });
  return (
    <>
      <PageHeader
        back={{ to: '/signals', label: t('title') }}
        title={t('rules.title')}
        beside={<SentimentTag value="latent" />}
        sentence={t('rules.sentence')}
      />
      <PageBody>
        {rules.error && <ErrorPlace error={rules.error} />}
        {!rules.data && !rules.error && <TextSkeleton lines={8} />}
        {rules.data?.items.map((rule) => (
          <Rule key={`${rule.key} ${rule.updatedAt}`} rule={rule} />
        ))}
      </PageBody>
    </>
  );
}

function Rule({ rule }: { rule: LatentRuleView }) {
  const { t } = useTranslation('pagesignals');
  const toast = useToast();
  const mayEdit = useCan('signal.edit');
  const [settings, setSettings] = useState(rule.settings);
  const onProblem = (problem: unknown) => toast.problem(problem as never);
  const set = useVerb(setLatentRuleRoute, {
    refresh: [listLatentRulesRoute],
    onDone: (next) => toast.done(t(next.on ? 'rules.nowOn' : 'rules.nowOff')),
    onProblem,
  });
  const trial = useVerb(tryLatentRuleRoute, { onProblem });
  const changed = Object.entries(settings).some(([key, value]) => rule.settings[key] !== value);
  const save = (on: boolean) => set.mutate({ params: { key: rule.key }, body: { on, settings } });
  return (
    <Section
      title={t(`rule.${rule.key}.name`)}
      sentence={t(`rule.${rule.key}.sentence`)}
      end={
        <Switch
          checked={rule.on}
          loading={set.isPending}
          disabled={!mayEdit}
          aria-label={t('rules.switch', { name: t(`rule.${rule.key}.name`) })}
          onChange={save}
        />
      }
    >
      <div className="lat-settings">
        {Object.keys(rule.defaults).map((key) => (
          <div key={key} className="lat-setting">
            <span>{t(`setting.${key}`)}</span>
            <InputNumber
              aria-label={t(`setting.${key}`)}
              min={0}
              value={key === 'minAmountMinor' ? (settings[key] ?? 0) / 100 : settings[key]}
              disabled={!mayEdit}
              onChange={(value) =>
                setSettings({
                  ...settings,
                  [key]: Math.round(Number(value ?? 0) * (key === 'minAmountMinor' ? 100 : 1)),
                })
              }
            />
          </div>
        ))}
      </div>
      <div className="lat-deeds">
        <Button
          loading={trial.isPending}
          onClick={() => trial.mutate({ params: { key: rule.key }, body: { settings } })}
        >
          {t('rules.try')}
        </Button>
        {changed && mayEdit && (
          <Button type="primary" loading={set.isPending} onClick={() => save(rule.on)}>
            {t('rules.save')}
          </Button>
        )}
        <span className="hy-quiet hy-figure">
          {rule.found > 0 ? (
            <GoLink to="/feedback" search={{ channel: 'signal' }} className="hy-link">
              {t('rules.found', { count: rule.found })}
            </GoLink>
          ) : (
            t('rules.foundNone')
          )}
          {rule.lastFoundAt && (
            <>
              {' · '}
              <RelativeTime at={rule.lastFoundAt} />
            </>
          )}
        </span>
      </div>
      {trial.data && (
        <div className="lat-trial" aria-live="polite">
          <p>
            <strong className="hy-figure">
              {t('rules.trial', { count: trial.data.count, people: trial.data.people })}
            </strong>
            <br />
            <DoubtWords doubt={trial.data.doubt} />
          </p>
          <ul>
            {trial.data.samples.map((one) => (
              <li key={one.signalIds.join() + one.occurredAt}>
                {one.text} <span className="hy-quiet">{one.person?.name ?? ''}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

/** How sure the rule is, and how that was reckoned. */
function DoubtWords({ doubt }: { doubt: LatentDoubt }) {
  const { t } = useTranslation('pagesignals');
  const percent = (value: number | null) => `${Math.round((value ?? 0) * 100)}%`;
  return (
    <span className="hy-quiet">
      {doubt.state === 'unknown'
        ? t('doubt.too_little_history', { of: doubt.of })
        : t(`doubt.${doubt.how}`, {
            strength: percent(doubt.strength),
            low: percent(doubt.low),
            high: percent(doubt.high),
            of: doubt.of,
          })}
    </span>
  );
}
