// My own name and password.
import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeOwnRoute, readSessionRoute } from '../../ground/members/core/member.contract.ts';
import { keyOf, useVerb } from '../../ui/client/hooks.ts';
import { problemText } from '../../ui/client/problem.ts';
import { useSession } from '../../ui/client/session.tsx';
import { useToast } from '../../ui/toasts.tsx';

interface Fields {
  name: string;
  current?: string;
  next?: string;
}

export function AccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('console');
  const { member } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const [form] = Form.useForm<Fields>();
  const [trouble, setTrouble] = useState('');
  const change = useVerb(changeOwnRoute, {
    onDone: (session) => {
      client.setQueryData(keyOf(readSessionRoute, {}), session);
      toast.done(t('account.saved'));
      onClose();
    },
    onProblem: (problem) => setTrouble(problemText(t, problem)),
  });
  const save = (fields: Fields) => {
    setTrouble('');
    change.mutate({
      body: {
        name: fields.name.trim(),
        ...(fields.next ? { password: { current: fields.current ?? '', next: fields.next } } : {}),
      },
    });
  };
  return (
    <Modal
      open
      title={t('account.open')}
      okText={t('account.save')}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ name: member.name }} onFinish={save}>
        <Form.Item
          name="name"
          label={t('field.name')}
          rules={[{ required: true, whitespace: true, message: t('field.nameMissing') }]}
        >
          <Input autoComplete="name" maxLength={100} />
        </Form.Item>
        <Form.Item name="current" label={t('field.currentPassword')} extra={t('account.passwordOptional')}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="next" label={t('field.newPassword')} rules={[{ min: 10, message: t('field.passwordShort') }]}>
          <Input.Password autoComplete="new-password" />
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
