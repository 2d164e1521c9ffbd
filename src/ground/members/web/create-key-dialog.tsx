// Makes an API key: what it is for, in which role, narrowed to what it needs, and until when.
import { Checkbox, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../ui/client/problem.ts';
import { createKeyRoute, listKeysRoute } from '../core/member.contract.ts';
import { permissionsOf, type Role } from '../core/permission.contract.ts';
import { useGivableRoles } from './invite-dialog.tsx';
import { permissionGroups, usePermissionWords } from './role-table.tsx';

interface Fields {
  name: string;
  role: Exclude<Role, 'owner'>;
  reach: 'all' | 'some';
  scopes: string[];
  days: number;
}

const DAY = 86_400_000;

export function CreateKeyDialog(props: { onClose: () => void; onMade: (name: string, secret: string) => void }) {
  const { t } = useTranslation('pagesettings');
  const words = usePermissionWords();
  const roles = useGivableRoles().filter((role) => role !== 'owner');
  const [form] = Form.useForm<Fields>();
  const [trouble, setTrouble] = useState('');
  const role = Form.useWatch('role', form) ?? 'agent';
  const reach = Form.useWatch('reach', form) ?? 'all';
  const create = useVerb(createKeyRoute, {
    refresh: [listKeysRoute],
    onDone: ({ key, secret }) => props.onMade(key.name, secret),
    onProblem: (problem) => setTrouble(Object.values(fieldTexts(t, problem))[0] ?? problemText(t, problem)),
  });
  const held = permissionsOf(role);
  const save = (fields: Fields) => {
    setTrouble('');
    const scopes =
      fields.reach === 'some' ? (fields.scopes ?? []).filter((one) => held.some((name) => name === one)) : [];
    if (fields.reach === 'some' && scopes.length === 0) return setTrouble(t('keys.scopesMissing'));
    return create.mutate({
      body: {
        name: fields.name.trim(),
        role: fields.role,
        scopes,
        ...(fields.days > 0 ? { expiresAt: new Date(Date.now() + fields.days * DAY).toISOString() } : {}),
      },
    });
  };
  return (
    <Modal
      open
      title={t('keys.add')}
      okText={t('keys.create')}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ role: 'agent', reach: 'all', days: 0, scopes: [] }}
        onFinish={save}
      >
        <Form.Item
          name="name"
          label={t('keys.name')}
          rules={[{ required: true, whitespace: true, message: t('keys.nameMissing') }]}
        >
          <Input maxLength={100} autoFocus placeholder={t('keys.nameExample')} />
        </Form.Item>
        <Form.Item name="role" label={t('members.role')} extra={t(`roles.about.${role}`)}>
          <Select options={roles.map((value) => ({ value, label: t(`console:role.${value}`) }))} />
        </Form.Item>
        <Form.Item name="reach" label={t('keys.reach')}>
          <Radio.Group
            options={[
              { value: 'all', label: t('keys.reachAll') },
              { value: 'some', label: t('keys.reachSome') },
            ]}
          />
        </Form.Item>
        {reach === 'some' && (
          <Form.Item name="scopes">
            <Checkbox.Group className="hy-scopes" aria-label={t('keys.reachSome')}>
              {permissionGroups()
                .flatMap(([, permissions]) => permissions)
                .filter((permission) => held.includes(permission))
                .map((permission) => (
                  <Checkbox key={permission} value={permission}>
                    {words(permission)}
                  </Checkbox>
                ))}
            </Checkbox.Group>
          </Form.Item>
        )}
        <Form.Item name="days" label={t('keys.expires')}>
          <Select
            options={[0, 30, 90, 365].map((value) => ({
              value,
              label: value === 0 ? t('keys.noEnd') : t('keys.inDays', { count: value }),
            }))}
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
