// The fields by which the inbox can be narrowed, with their choices in the reader's language.
import { useTranslation } from 'react-i18next';
import type { FilterField } from '../../../../ui/filter-bar.tsx';
import { CHANNELS } from '../../../collect/intake/core/feedback.contract.ts';
import { CASE_STATUSES, PRIORITIES } from '../core/case.contract.ts';
import { useStaff, useThemeNames } from './names.part.tsx';

export function useCaseFilters(): FilterField[] {
  const { t } = useTranslation('deskcases');
  const staff = useStaff();
  const { themes } = useThemeNames();
  return [
    { kind: 'text', key: 'q', label: t('filter.words') },
    {
      kind: 'many',
      key: 'owner',
      label: t('filter.owner'),
      options: [
        { value: 'me', label: t('filter.me') },
        { value: 'none', label: t('nobody') },
        ...staff.members.map((one) => ({ value: one.id, label: one.name })),
      ],
    },
    {
      kind: 'many',
      key: 'status',
      label: t('filter.status'),
      options: CASE_STATUSES.map((value) => ({ value, label: t(`ui:status.${value}`) })),
    },
    {
      kind: 'many',
      key: 'priority',
      label: t('filter.priority'),
      options: PRIORITIES.toReversed().map((value) => ({ value, label: t(`ui:priority.${value}`) })),
    },
    {
      kind: 'one',
      key: 'due',
      label: t('filter.due'),
      options: ['late', 'soon', 'today'].map((value) => ({ value, label: t(`filter.dueIn.${value}`) })),
    },
    { kind: 'many', key: 'theme', label: t('filter.theme'), options: themes, width: 112 },
    {
      kind: 'many',
      key: 'channel',
      label: t('filter.channel'),
      options: CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })),
    },
    {
      kind: 'many',
      key: 'team',
      label: t('filter.team'),
      options: [
        { value: 'mine', label: t('filter.myTeams') },
        { value: 'none', label: t('filter.noTeam') },
        ...staff.teams.map((one) => ({ value: one.id, label: one.name })),
      ],
    },
    {
      kind: 'one',
      key: 'vip',
      label: t('filter.person'),
      options: [
        { value: 'true', label: t('filter.vip') },
        { value: 'false', label: t('filter.standard') },
      ],
    },
    {
      kind: 'one',
      key: 'snoozed',
      label: t('filter.snoozed'),
      options: ['show', 'only'].map((value) => ({ value, label: t(`filter.snoozedAs.${value}`) })),
    },
    { kind: 'days', key: 'opened', label: t('filter.opened') },
  ];
}
