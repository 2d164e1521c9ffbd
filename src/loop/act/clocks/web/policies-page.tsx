// Clock policies in the order in which they are tried, a place to try them, and what the clocks look like.
import { Button, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { listCalendarsRoute } from '../core/calendar.contract.ts';
import {
  changePolicyRoute,
  listPoliciesRoute,
  type PolicyView,
  policyDraft,
  reorderPoliciesRoute,
} from '../core/clock.contract.ts';
import { ClockLegend } from './clock-legend.tsx';
import { ClockUpdates } from './clock-updates.tsx';
import { useConditionNames } from './condition-pickers.part.tsx';
import { OrderedList } from './ordered-list.part.tsx';
import { PolicySimulator } from './policy-simulator.tsx';
import { conditionWords, promiseWords } from './policy-words.ts';
import { useSpanText } from './span-field.tsx';

export function PoliciesPage() {
  const { t } = useTranslation('pageclocks');
  const go = useGo();
  const toast = useToast();
  const mayEdit = useCan('clock.edit');
  const list = useList(listPoliciesRoute, { query: { limit: 200 } }, { on: ['policy.*'] });
  const [items, setItems] = useState<readonly PolicyView[]>([]);
  useEffect(() => setItems(list.items), [list.items]);
  const reorder = useVerb(reorderPoliciesRoute, {
    refresh: [listPoliciesRoute],
    onProblem: (problem) => {
      setItems(list.items);
      toast.problem(problem);
    },
  });
  const change = useVerb(changePolicyRoute, {
    refresh: [listPoliciesRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  const move = (next: PolicyView[]) => {
    setItems(next);
    reorder.mutate({ body: { ids: next.map((policy) => policy.id) } });
  };
  const toggle = (policy: PolicyView, enabled: boolean) =>
    change.mutate({ params: { id: policy.id }, body: policyDraft.parse({ ...policy, enabled }) });
  return (
    <>
      <PageHeader
        title={t('policies.title')}
        sentence={t('policies.sentence')}
        action={
          mayEdit && (
            <Button type="primary" onClick={() => go('/clocks/new')}>
              {t('policies.add')}
            </Button>
          )
        }
      />
      <PageBody>
        <div className="hy-edit">
          <div>
            <Section title={t('policies.order')} sentence={t('policies.orderSentence')} flush>
              {list.status === 'loading' && <RowsSkeleton rows={3} height={60} columns={2} />}
              {list.status === 'error' && <ErrorPlace error={list.error} onRetry={list.retry} />}
              {list.status === 'ready' && items.length === 0 && (
                <EmptyPlace title={t('policies.empty')} text={t('policies.emptyText')} />
              )}
              <OrderedList
                label={t('policies.order')}
                items={items}
                keyOf={(policy) => policy.id}
                nameOf={(policy) => policy.name}
                canMove={mayEdit && !list.hasMore}
                onMove={move}
                render={(policy) => <PolicyWords policy={policy} />}
                end={(policy) => (
                  <Switch
                    size="small"
                    aria-label={t('policies.enabled', { name: policy.name })}
                    checked={policy.enabled}
                    disabled={!mayEdit}
                    loading={change.isPending && change.variables?.params.id === policy.id}
                    onChange={(enabled) => toggle(policy, enabled)}
                  />
                )}
              />
            </Section>
            <ClockUpdates />
            <ClockLegend />
          </div>
          <div className="hy-edit-aside">
            <PolicySimulator />
          </div>
        </div>
      </PageBody>
    </>
  );
}

function PolicyWords({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation('pageclocks');
  const names = useConditionNames();
  const spanText = useSpanText();
  const calendars = useList(listCalendarsRoute, { query: { limit: 200 } });
  const calendar = calendars.items.find((one) => (policy.calendarId ? one.id === policy.calendarId : one.isDefault));
  return (
    <>
      <div className={policy.enabled ? 'hy-order-name' : 'hy-order-name hy-order-off'}>
        <GoLink to={`/clocks/${policy.id}`} className="hy-link">
          {policy.name}
        </GoLink>
        {!policy.enabled && <span className="hy-faint">{t('policies.off')}</span>}
      </div>
      <div className="hy-order-line">{conditionWords(t, names, policy.conditions)}</div>
      <div className="hy-order-line">
        {promiseWords(t, spanText, policy)}
        {calendar && <span className="hy-faint"> · {calendar.name}</span>}
      </div>
    </>
  );
}
