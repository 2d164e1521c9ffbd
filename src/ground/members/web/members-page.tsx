// Members: who works here, in which role, and what each role may do.
import { Button, Dropdown, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useList, useVerb } from '../../../ui/client/hooks.ts';
import { useCan, useSession } from '../../../ui/client/session.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { PlainTag } from '../../../ui/tags.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { changeMemberRoute, listMembersRoute, type memberView, resetMemberRoute } from '../core/member.contract.ts';
import type { Role } from '../core/permission.contract.ts';
import { InviteDialog, useGivableRoles } from './invite-dialog.tsx';
import { OnceDialog } from './once.part.tsx';
import { RoleDrawer } from './role-table.tsx';
import { StateMark, TwoLines } from './settings-parts.part.tsx';

type Member = z.output<typeof memberView>;
const TONES = { active: 'good', invited: 'wait', disabled: 'bad' } as const;

export function MembersPage() {
  const { t } = useTranslation('pagesettings');
  const toast = useToast();
  const { member: me, mail } = useSession();
  const mayEdit = useCan('member.edit');
  const givable = useGivableRoles();
  const list = useList(listMembersRoute, {}, { on: ['member.*'] });
  const [open, setOpen] = useState<'invite' | 'roles' | null>(null);
  const [link, setLink] = useState<{ title: string; link: string } | null>(null);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const change = useVerb(changeMemberRoute, {
    refresh: [listMembersRoute],
    onDone: (now) => toast.done(t('members.changed', { name: now.name })),
    onProblem: (problem) => toast.problem(problem),
  });
  const reset = useVerb(resetMemberRoute, { onProblem: (problem) => toast.problem(problem) });
  const makeLink = (row: Member) =>
    reset.mutate(
      { params: { id: row.id } },
      { onSuccess: (made) => setLink({ title: t('members.resetTitle', { name: row.name }), link: made.link }) },
    );
  const mayTouch = (row: Member) => mayEdit && row.id !== me.id && givable.includes(row.role);
  const roleOf = (row: Member) =>
    mayTouch(row) ? (
      <Select
        size="small"
        aria-label={t('members.roleOf', { name: row.name })}
        value={row.role}
        options={givable.map((value) => ({ value, label: t(`console:role.${value}`) }))}
        popupMatchSelectWidth={false}
        onClick={(event) => event.stopPropagation()}
        onChange={(role: Role) => change.mutate({ params: { id: row.id }, body: { role } })}
        style={{ width: 120 }}
      />
    ) : (
      <span>{t(`console:role.${row.role}`)}</span>
    );
  const menuOf = (row: Member) =>
    mayTouch(row) && (
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            { key: 'reset', label: t(row.state === 'invited' ? 'members.linkAgain' : 'members.reset') },
            row.state === 'disabled'
              ? { key: 'enable', label: t('members.enable') }
              : { key: 'disable', label: t('members.disable'), danger: true },
          ],
          onClick: ({ key }) => {
            if (key === 'reset') makeLink(row);
            else if (key === 'disable') setLeaving(row);
            else change.mutate({ params: { id: row.id }, body: { state: 'active' } });
          },
        }}
      >
        <button type="button" className="hy-icon-button" aria-label={t('members.menu', { name: row.name })}>
          <Icon name="more" size={16} />
        </button>
      </Dropdown>
    );
  const who = (row: Member) => (
    <TwoLines
      first={
        <>
          {row.name} {row.id === me.id && <PlainTag>{t('members.me')}</PlainTag>}
        </>
      }
      second={row.email}
    />
  );
  const state = (row: Member) => <StateMark tone={TONES[row.state]}>{t(`members.state.${row.state}`)}</StateMark>;
  return (
    <div className="hy-column">
      <PageHeader
        title={t('members.title')}
        sentence={t('members.sentence')}
        action={
          <>
            <Button onClick={() => setOpen('roles')}>{t('roles.open')}</Button>
            {mayEdit && (
              <Button type="primary" onClick={() => setOpen('invite')}>
                {t('invite.open')}
              </Button>
            )}
          </>
        }
      />
      <DataList<Member>
        list={list}
        label={t('members.title')}
        rowKey={(row) => row.id}
        rowHeight={56}
        narrowHeight={104}
        columns={[
          { key: 'name', title: t('members.name'), render: who },
          { key: 'role', title: t('members.role'), width: 140, render: roleOf },
          { key: 'state', title: t('members.stateName'), width: 110, render: state },
          {
            key: 'available',
            title: t('members.available'),
            width: 110,
            from: 800,
            render: (row) =>
              row.state === 'active' ? t(row.available ? 'members.isAvailable' : 'members.notAvailable') : '',
          },
          {
            key: 'seen',
            title: t('members.seen'),
            width: 140,
            from: 900,
            render: (row) =>
              row.lastSeenAt ? (
                <RelativeTime at={row.lastSeenAt} />
              ) : (
                <span className="hy-faint">{t('members.never')}</span>
              ),
          },
          { key: 'menu', title: '', width: 40, render: menuOf },
        ]}
        narrow={(row) => (
          <div className="hy-row-line" style={{ width: '100%' }}>
            <div className="hy-grow" style={{ minWidth: 0 }}>
              {who(row)}
              <div className="hy-row-line" style={{ marginTop: 4 }}>
                {roleOf(row)} {state(row)}
              </div>
            </div>
            {menuOf(row)}
          </div>
        )}
        empty={{ title: t('members.title'), text: t('members.sentence') }}
      />
      {open === 'invite' && (
        <InviteDialog
          onClose={() => setOpen(null)}
          onInvited={(name, made) => {
            setOpen(null);
            setLink({ title: t('invite.done', { name }), link: made });
          }}
        />
      )}
      <RoleDrawer open={open === 'roles'} onClose={() => setOpen(null)} />
      {link && (
        <OnceDialog
          title={link.title}
          sentence={t(mail === 'sent' ? 'members.linkMailed' : 'members.linkKept')}
          secret={link.link}
          onClose={() => setLink(null)}
        />
      )}
      <Modal
        open={leaving !== null}
        title={t('members.disableQuestion', { name: leaving?.name ?? '' })}
        okText={t('members.disable')}
        okButtonProps={{ danger: true }}
        onCancel={() => setLeaving(null)}
        onOk={() => {
          if (leaving) change.mutate({ params: { id: leaving.id }, body: { state: 'disabled' } });
          setLeaving(null);
        }}
      >
        <p>{t('members.disableDetail')}</p>
      </Modal>
    </div>
  );
}
