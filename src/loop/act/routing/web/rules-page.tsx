// The rules that open cases, in the order in which they are tried, and a dry run of all of them.
import { Button, Switch } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useConditionNames } from '../../clocks/web/condition-pickers.part.tsx';
import { OrderedList } from '../../clocks/web/ordered-list.part.tsx';
import { changeRuleRoute, listRulesRoute, type RuleView, reorderRulesRoute } from '../core/rule.contract.ts';
import { DryRunPanel } from './dry-run-panel.tsx';
import { draftOf } from './rule-draft.ts';
import { RuleSettingsSection } from './rule-settings.tsx';
import { ruleActionWords, ruleConditionWords, ruleName } from './rule-words.ts';

export function RulesPage() {
  const { t } = useTranslation('pagerules');
  const go = useGo();
  const toast = useToast();
  const mayEdit = useCan('rule.edit');
  const read = useRead(listRulesRoute, {}, { on: ['rule.*'] });
  const [items, setItems] = useState<readonly RuleView[]>([]);
  useEffect(() => setItems(read.data?.items ?? []), [read.data]);
  const ruleNames = useMemo(() => new Map(items.map((rule) => [rule.id, ruleName(t, rule)])), [items, t]);
  const reorder = useVerb(reorderRulesRoute, {
    refresh: [listRulesRoute],
    onProblem: (problem) => {
      setItems(read.data?.items ?? []);
      toast.problem(problem);
    },
  });
  const change = useVerb(changeRuleRoute, {
    refresh: [listRulesRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  const move = (next: RuleView[]) => {
    setItems(next);
    reorder.mutate({ body: { ids: next.map((rule) => rule.id) } });
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        action={
          mayEdit && (
            <Button type="primary" onClick={() => go('/rules/new')}>
              {t('add')}
            </Button>
          )
        }
      />
      <PageBody>
        <div className="hy-edit">
          <div>
            <Section title={t('order')} sentence={t('orderSentence')} flush>
              {read.isPending && <RowsSkeleton rows={3} height={60} columns={2} />}
              {read.error && <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />}
              {read.data?.items.length === 0 && <EmptyPlace title={t('empty')} text={t('sentence')} />}
              <OrderedList
                label={t('order')}
                items={items}
                keyOf={(rule) => rule.id}
                nameOf={(rule) => ruleName(t, rule)}
                canMove={mayEdit}
                onMove={move}
                render={(rule) => <RuleWords rule={rule} />}
                end={(rule) => (
                  <Switch
                    size="small"
                    aria-label={t('enabled', { name: ruleName(t, rule) })}
                    checked={rule.enabled}
                    disabled={!mayEdit}
                    loading={change.isPending && change.variables?.params.id === rule.id}
                    onChange={(enabled) =>
                      change.mutate({ params: { id: rule.id }, body: { ...draftOf(rule, ruleName(t, rule)), enabled } })
                    }
                  />
                )}
              />
            </Section>
            {read.data && <RuleSettingsSection settings={read.data.settings} />}
          </div>
          <div className="hy-edit-aside">
            <DryRunPanel ruleNames={ruleNames} />
          </div>
        </div>
      </PageBody>
    </>
  );
}

function RuleWords({ rule }: { rule: RuleView }) {
  const { t } = useTranslation('pagerules');
  const names = useConditionNames();
  return (
    <>
      <div className={rule.enabled ? 'hy-order-name' : 'hy-order-name hy-order-off'}>
        <GoLink to={`/rules/${rule.id}`} className="hy-link">
          {ruleName(t, rule)}
        </GoLink>
        {rule.builtIn && <PlainTag>{t('builtIn')}</PlainTag>}
        {!rule.enabled && <span className="hy-faint">{t('off')}</span>}
      </div>
      <div className="hy-order-line">
        {rule.builtIn ? t(`routing:ruleHelp.${rule.builtIn}`) : ruleConditionWords(t, names, rule.conditions)}
      </div>
      <div className="hy-order-line hy-faint">{ruleActionWords(t, names, rule.actions)}</div>
    </>
  );
}
