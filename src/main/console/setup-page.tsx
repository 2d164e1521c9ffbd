// A one-time link in use: the first owner moves in, a colleague joins, or somebody sets a new password.
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useInvitationRoute as invitationRoute,
  readInvitationRoute,
  readSessionRoute,
} from '../../ground/members/core/member.contract.ts';
import { keyOf, useRead, useVerb } from '../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../ui/client/problem.ts';
import { GoLink, useGo, usePathParam } from '../../ui/go.tsx';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import { DemoOffer } from './demo/demo-offer.tsx';
import { Entrance } from './entrance.tsx';

interface Fields {
  workspaceName?: string;
  name?: string;
  email?: string;
  password: string;
}

export function SetupPage() {
  const { t } = useTranslation('console');
  const token = usePathParam('token');
  const link = useRead(readInvitationRoute, { params: { token } });
  const kind = link.data?.kind ?? 'invitation';
  useEffect(() => {
    document.title = `${t(`setup.${kind}.title`)} · ${t('name')}`;
  }, [t, kind]);
  if (link.isPending)
    return (
      <Entrance title={t('setup.checking')}>
        <TextSkeleton />
      </Entrance>
    );
  if (link.isError)
    return (
      <Entrance title={t('setup.dead.title')} sentence={t('setup.dead.text')}>
        <p className="hy-quiet">{problemText(t, link.error)}</p>
        <GoLink to="/" className="hy-link">
          {t('setup.dead.action')}
        </GoLink>
      </Entrance>
    );
  return <SetupForm token={token} kind={kind} link={link.data} />;
}

function SetupForm(props: {
  token: string;
  kind: 'first_owner' | 'invitation' | 'reset';
  link: { workspaceName: string; email: string | null; name: string | null };
}) {
  const { t, i18n } = useTranslation('console');
  const { token, kind, link } = props;
  const client = useQueryClient();
  const go = useGo();
  const [form] = Form.useForm<Fields>();
  const [trouble, setTrouble] = useState('');
  const use = useVerb(invitationRoute, {
    onDone: (session) => {
      client.setQueryData(keyOf(readSessionRoute, {}), session);
      go('/', {}, { replace: true });
    },
    onProblem: (problem) => {
      const texts = fieldTexts(t, problem);
      const known = (['workspaceName', 'name', 'email', 'password'] as const).filter((field) => texts[field]);
      form.setFields(known.map((name) => ({ name, errors: [texts[name] ?? ''] })));
      setTrouble(known.length > 0 ? '' : problemText(t, problem));
    },
  });
  const isOwner = kind === 'first_owner';
  const send = (fields: Fields) => {
    // The link works once: a second press after the yes must not ask again.
    if (use.isSuccess) return;
    setTrouble('');
    const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
    use.mutate({
      params: { token },
      body: {
        password: fields.password,
        locale,
        ...(fields.name ? { name: fields.name } : {}),
        ...(fields.email ? { email: fields.email.trim() } : {}),
        ...(fields.workspaceName ? { workspaceName: fields.workspaceName } : {}),
      },
    });
  };
  return (
    <Entrance
      title={t(`setup.${kind}.title`)}
      sentence={t(`setup.${kind}.sentence`, { workspace: link.workspaceName })}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        noValidate
        size="large"
        onFinish={send}
        initialValues={{ name: link.name ?? '', email: link.email ?? '' }}
      >
        {isOwner && (
          <Form.Item
            name="workspaceName"
            label={t('field.workspace')}
            rules={[{ required: true, whitespace: true, message: t('field.workspaceMissing') }]}
          >
            <Input autoFocus autoComplete="organization" maxLength={100} placeholder={t('field.workspaceExample')} />
          </Form.Item>
        )}
        {kind !== 'reset' && (
          <Form.Item
            name="name"
            label={t('field.name')}
            rules={[{ required: true, whitespace: true, message: t('field.nameMissing') }]}
          >
            <Input autoComplete="name" maxLength={100} />
          </Form.Item>
        )}
        {(isOwner || link.email) && (
          <Form.Item
            name="email"
            label={t('field.email')}
            rules={[
              { required: true, message: t('field.emailMissing') },
              { type: 'email', message: t('field.emailOdd') },
            ]}
          >
            <Input type="email" autoComplete="username" readOnly={!isOwner} />
          </Form.Item>
        )}
        <Form.Item
          name="password"
          label={kind === 'reset' ? t('field.newPassword') : t('field.password')}
          extra={t('field.passwordHint')}
          rules={[
            { required: true, message: t('field.passwordMissing') },
            { min: 10, message: t('field.passwordShort') },
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {trouble && (
          <p role="alert" className="hy-entrance-trouble">
            {trouble}
          </p>
        )}
        <Button type="primary" htmlType="submit" block loading={use.isPending}>
          {t(`setup.${kind}.action`)}
        </Button>
      </Form>
      {isOwner && <DemoOffer token={token} />}
    </Entrance>
  );
}
