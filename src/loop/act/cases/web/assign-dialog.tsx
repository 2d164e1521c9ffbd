// Giving cases to a person or a team, or letting the least loaded one have them.
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../ui/client/session.tsx';
import { type DeedCase, useBulkDeed } from './deed.part.tsx';
import { useStaff } from './names.part.tsx';
import { PickDialog, type PickOption } from './pick-dialog.tsx';

export function AssignDialog({ cases, onClose }: { cases: readonly DeedCase[]; onClose: () => void }) {
  const { t } = useTranslation('deskcases');
  const { member } = useSession();
  const staff = useStaff();
  const { run, isPending } = useBulkDeed(onClose);
  const others = staff.members.filter((one) => one.works && one.id !== member.id);
  const hasTeam = cases.some((one) => one.team);
  const options: PickOption[] = [
    { key: `member:${member.id}`, label: t('assign.me'), words: `${t('assign.me')} ${member.name}`, icon: 'person' },
    ...(hasTeam
      ? [
          {
            key: 'auto',
            label: t('assign.auto'),
            hint: t('assign.autoHint'),
            words: t('assign.auto'),
            icon: 'bolt' as const,
          },
        ]
      : []),
    { key: 'nobody', label: t('assign.nobody'), words: t('assign.nobody'), icon: 'close' as const },
    ...others.map((one) => ({
      key: `member:${one.id}`,
      label: one.name,
      words: one.name,
      icon: 'person' as const,
      group: t('assign.members'),
      ...(one.available ? {} : { hint: t('assign.away') }),
    })),
    ...staff.teams.map((one) => ({
      key: `team:${one.id}`,
      label: one.name,
      words: one.name,
      icon: 'members' as const,
      group: t('assign.teams'),
      hint: t('assign.teamSize', { count: one.members.length }),
    })),
  ];
  const pick = (key: string) => {
    const [kind, id] = key.split(':');
    if (kind === 'auto') run(cases, { verb: 'assign', auto: true });
    else if (kind === 'nobody') run(cases, { verb: 'assign', memberId: null });
    else if (kind === 'team') run(cases, { verb: 'assign', teamId: id ?? null });
    else run(cases, { verb: 'assign', memberId: id ?? null });
  };
  return (
    <PickDialog
      title={t('assign.title', { count: cases.length })}
      placeholder={t('assign.search')}
      nothing={t('assign.nothing')}
      options={options}
      onPick={pick}
      onClose={onClose}
      busy={isPending}
    />
  );
}
