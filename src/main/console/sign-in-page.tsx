// The door: shown in place of any page while nobody is signed in, so that the address is kept for afterwards.
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSessionRoute, signInRoute } from '../../ground/members/core/member.contract.ts';
import { keyOf, useVerb } from '../../ui/client/hooks.ts';
import { problemText } from '../../ui/client/problem.ts';
import { Entrance } from './entrance.tsx';

export function SignInPage() {
  const { t } = useTranslation('console');
  const client = useQueryClient();
  const [trouble, setTrouble] = useState('');
  const signIn = useVerb(signInRoute, {
    onDone: (session) => client.setQueryData(keyOf(readSessionRoute, {}), session),
    onProblem: (problem) => setTrouble(problemText(t, problem)),
  });
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('name')}`;
  }, [t]);
  return (
    <Entrance title={t('signIn.title')} sentence={t('signIn.sentence')}>
      <Form<{ email: string; password: string }>
        noValidate
        layout="vertical"
        size="large"
        onFinish={(body) => {
          setTrouble('');
          signIn.mutate({ body: { email: body.email.trim(), password: body.password } });
        }}
      >
        <Form.Item name="email" label={t('field.email')} rules={[{ required: true, message: t('field.emailMissing') }]}>
          <Input type="email" autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('field.password')}
          rules={[{ required: true, message: t('field.passwordMissing') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {trouble && (
          <p role="alert" className="hy-entrance-trouble">
            {trouble}
          </p>
        )}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t('signIn.action')}
        </Button>
      </Form>
      <p className="hy-faint hy-entrance-note">{t('signIn.lost')}</p>
    </Entrance>
  );
}
