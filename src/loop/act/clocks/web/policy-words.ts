// Says a policy in one line: whom it is for, and what it promises.
import type { TFunction } from 'i18next';
import type { PolicyDraft } from '../core/clock.contract.ts';
import type { ConditionNames } from './condition-pickers.part.tsx';

/** Whom a policy is for; "all cases" when nothing is asked. */
export function conditionWords(t: TFunction, names: ConditionNames, conditions: PolicyDraft['conditions']): string {
  const some = (label: string, ids: readonly string[] | undefined, name: (id: string) => string) =>
    ids && ids.length > 0 ? [`${label} ${listed(t, ids.map(name))}`] : [];
  const parts = [
    ...some(t('clocks:condition.channels'), conditions.channels, names.channel),
    ...some(t('clocks:condition.priorities'), conditions.priorities, names.priority),
    ...some(t('clocks:condition.themeIds'), conditions.themeIds, names.theme),
    ...some(t('clocks:condition.productIds'), conditions.productIds, names.product),
    ...(conditions.vip === undefined
      ? []
      : [t(conditions.vip ? 'clocks:condition.vipOnly' : 'clocks:condition.vipNot')]),
  ];
  return parts.length > 0 ? parts.join(t('pageclocks:list.and')) : t('clocks:condition.any');
}

/** The first three of a list, and how many more. */
export function listed(t: TFunction, words: readonly string[]): string {
  const shown = words.slice(0, 3).join(t('pageclocks:list.or'));
  return words.length > 3 ? t('pageclocks:list.more', { shown, count: words.length }) : shown;
}

/** What a policy promises, with its own targets. */
export function promiseWords(t: TFunction, spanText: (ms: number) => string, policy: PolicyDraft): string {
  const { frtMs, nrtMs, rtMs } = policy.targets;
  const parts = [
    ...(frtMs ? [`${t('clocks:kind.frt')} ${spanText(frtMs)}`] : []),
    ...(nrtMs ? [`${t('clocks:kind.nrt')} ${spanText(nrtMs)}`] : []),
    ...(rtMs ? [`${t('clocks:kind.rt')} ${spanText(rtMs)}`] : []),
    ...(policy.stages.length > 0 ? [t('pageclocks:policies.stages', { count: policy.stages.length })] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : t('pageclocks:policies.noPromise');
}
