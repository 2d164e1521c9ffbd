// Says a rule in two lines: which feedback it takes, and what it does with the case.
import type { TFunction } from 'i18next';
import type { ConditionNames } from '../../clocks/web/condition-pickers.part.tsx';
import type { RuleActions, RuleConditions, RuleView } from '../core/rule.contract.ts';

/** A rule's name: its own, or the house's words for a built-in one. */
export function ruleName(t: TFunction, rule: Pick<RuleView, 'name' | 'builtIn'>): string {
  return rule.builtIn ? t(`routing:rule.${rule.builtIn}`) : (rule.name ?? '');
}

/** Which feedback a rule takes. */
export function ruleConditionWords(t: TFunction, names: ConditionNames, conditions: RuleConditions): string {
  const some = (key: string, ids: readonly string[] | undefined, name: (id: string) => string) => {
    if (!ids || ids.length === 0) return [];
    const shown = ids.slice(0, 3).map(name).join(t('pagerules:list.or'));
    const words = ids.length > 3 ? t('pagerules:list.more', { shown, count: ids.length }) : shown;
    return [`${t(`routing:condition.${key}`)} ${words}`];
  };
  const one = (key: string, value: number | undefined) =>
    value === undefined ? [] : [`${t(`routing:condition.${key}`)} ${value}`];
  const flag = (key: string, value: boolean | undefined) =>
    value === undefined ? [] : [t(`pagerules:flag.${key}.${value}`)];
  return [
    ...some('channels', conditions.channels, names.channel),
    ...some('themes', conditions.themes, names.theme),
    ...some('classes', conditions.classes, (id) => t(`text:class.${id}`)),
    ...some('intents', conditions.intents, (id) => t(`text:intent.${id}`)),
    ...one('maxRating', conditions.maxRating),
    ...one('minRating', conditions.minRating),
    ...one('maxSentiment', conditions.maxSentiment),
    ...some('productIds', conditions.productIds, names.product),
    ...flag('vip', conditions.vip),
    ...flag('known', conditions.known),
  ].join(t('pagerules:list.and'));
}

/** What a rule does with the case besides opening or joining it. */
export function ruleActionWords(t: TFunction, names: ConditionNames, actions: RuleActions): string {
  return [
    t('pagerules:does.open'),
    ...(actions.priority ? [`${t('routing:action.priority')} ${names.priority(actions.priority)}`] : []),
    ...(actions.teamId ? [`${t('routing:action.teamId')} ${names.team(actions.teamId)}`] : []),
    ...(actions.assign === 'auto' ? [t('routing:action.assign')] : []),
  ].join(t('pagerules:list.then'));
}
