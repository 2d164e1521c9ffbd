// Invites a colleague: who, in which role, in which language the letter is written.
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../ui/client/problem.ts';
import { useSession } from '../../../ui/client/session.tsx';
import { inviteMemberRoute, listMembersRoute } from '../core/member.contract.ts';
import { ROLES, type Role } from '../core/permission.contract.ts';

interface Fields {
  name: string;
  email: string;
  role: Role;
  locale: 'zh-CN' | 'en';
}

/** Roles this member may give: none above the own one. */
export function useGivableRoles(): Role[] {
  const { member } = useSession();
  const own = ROLES.indexOf(member.role as Role);
  return ROLES.filter((_, index) => index >= own);
}

export function InviteDialog(props: { onClose: () => void; onInvited: (name: string, link: string) => void }) {
  const { t } = useTranslation('pagesettings');
  const { workspace } = useSession();
  const roles = useGivableRoles();
  const [form] = Form.useForm<Fields>();
  const [trouble, setTrouble] = useState('');
  const role = Form.useWatch('role', form) ?? 'agent';
  const invite = useVerb(inviteMemberRoute, {
    refresh: [listMembersRoute],
    onDone: ({ member, link }) => props.onInvited(member.name, link),
    onProblem: (problem) => setTrouble(Object.values(fieldTexts(t, problem))[0] ?? problemText(t, problem)),
  });
  return (
    <Modal
      open
      title={t('invite.title')}
      okText={t('invite.action')}
      confirmLoading={invite.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form<Fields>
        noValidate
        form={form}
        layout="vertical"
        initialValues={{ role: 'agent', locale: workspace.locale }}
        onFinish={(fields) => {
          setTrouble('');
          invite.mutate({ body: { ...fields, name: fields.name.trim(), email: fields.email.trim() } });
        }}
      >
        <Form.Item
          name="name"
          label={t('invite.name')}
          rules={[{ required: true, whitespace: true, message: t('invite.nameMissing') }]}
        >
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item
          name="email"
          label={t('invite.email')}
          rules={[
            { required: true, message: t('console:field.emailMissing') },
            { type: 'email', message: t('console:field.emailOdd') },
          ]}
        >
          <Input type="email" maxLength={320} />
        </Form.Item>
        <Form.Item name="role" label={t('invite.role')} extra={t(`roles.about.${role}`)}>
          <Select options={roles.map((value) => ({ value, label: t(`console:role.${value}`) }))} />
        </Form.Item>
        <Form.Item name="locale" label={t('invite.language')}>
          <Select
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Form.Item>
        {trouble && (
          <p role="alert" className="hy-ink-negative">
            {trouble}
          </p>
        )}
      </Form>
    </Modal>
  );
}
