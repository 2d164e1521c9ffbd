// Who I am here, and the way out; on a phone also language and look.
import { useQueryClient } from '@tanstack/react-query';
import { Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeOwnRoute, listMembersRoute } from '../../ground/members/core/member.contract.ts';
import { APPEARANCES, useAppearance } from '../../ui/appearance.tsx';
import { useRead, useVerb } from '../../ui/client/hooks.ts';
import { useCan, useSession } from '../../ui/client/session.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { DemoDialog, useMayVisitDemo } from './demo/demo-dialog.tsx';
import { LANGUAGES, languageNames, speak } from './language.ts';
import { signOut } from './sign-out.ts';

export function AccountMenu({ isNarrow }: { isNarrow: boolean }) {
  const { t, i18n } = useTranslation('console');
  const { member } = useSession();
  const { choice, choose } = useAppearance();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [demoOpen, setDemoOpen] = useState(false);
  const mayVisitDemo = useMayVisitDemo();
  const toast = useToast();
  const worksCases = useCan('case.work');
  const staff = useRead(listMembersRoute, { query: { limit: 200 } }, { enabled: worksCases, freshMs: 300_000 });
  const isAway = staff.data?.items.find((one) => one.id === member.id)?.available === false;
  const change = useVerb(changeOwnRoute, {
    refresh: [listMembersRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  const other = LANGUAGES.find((one) => one !== i18n.language) ?? 'en';
  const items: MenuProps['items'] = [
    {
      key: 'who',
      type: 'group',
      label: (
        <span className="hy-account-who">
          <strong>{member.name}</strong>
          <span>{t(`role.${member.role}`)}</span>
          {member.email && <span>{member.email}</span>}
        </span>
      ),
    },
    { type: 'divider' },
    { key: 'own', label: t('account.open'), icon: <Icon name="person" /> },
    ...(worksCases && staff.data
      ? [{ key: 'away', label: t(isAway ? 'account.back' : 'account.away'), icon: <Icon name="snooze" /> }]
      : []),
    ...(isNarrow
      ? [
          { key: 'language', label: languageNames[other], icon: <Icon name="language" /> },
          ...APPEARANCES.filter((look) => look !== choice).map((look) => ({
            key: look,
            label: t(`look.${look}`),
            icon: <Icon name={look === 'light' ? 'sun' : look === 'dark' ? 'moon' : 'system'} />,
          })),
        ]
      : []),
    ...(mayVisitDemo ? [{ key: 'demo', label: t('demo:menu'), icon: <Icon name="eye" /> }] : []),
    { type: 'divider' },
    { key: 'out', label: t('account.signOut'), icon: <Icon name="signOut" /> },
  ];
  const pick = (key: string) => {
    if (key === 'own') setOpen(true);
    else if (key === 'demo') setDemoOpen(true);
    else if (key === 'away') {
      const said = t(isAway ? 'account.backDone' : 'account.awayDone');
      change.mutate({ body: { available: isAway } }, { onSuccess: () => toast.done(said) });
    } else if (key === 'out') void signOut(client);
    else if (key === 'language') void speak(other, true);
    else choose(key as typeof choice);
  };
  return (
    <>
      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => pick(key) }}>
        <button
          type="button"
          className="hy-header-button hy-account"
          aria-label={t('account.menu', { name: member.name })}
        >
          <span aria-hidden>{[...member.name.trim()][0] ?? '·'}</span>
        </button>
      </Dropdown>
      {open && <AccountDialog onClose={() => setOpen(false)} />}
      {demoOpen && <DemoDialog onClose={() => setDemoOpen(false)} />}
    </>
  );
}
