// A button for what cannot be taken back: asks once, says what will happen, and names the deed on the answer.
import { Button, type ButtonProps, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** @param question what will happen, as a question @param deed the verb on the confirming button @param detail one more sentence */
export function ConfirmButton({
  question,
  detail,
  deed,
  onConfirm,
  children,
  ...button
}: Omit<ButtonProps, 'onClick'> & {
  question: string;
  detail?: string;
  deed: string;
  onConfirm: () => unknown;
  children?: ReactNode;
}) {
  const { t } = useTranslation('ui');
  return (
    <Popconfirm
      title={question}
      description={detail}
      okText={deed}
      cancelText={t('cancel')}
      icon={null}
      okButtonProps={{ danger: button.danger ?? false }}
      onConfirm={onConfirm}
      overlayStyle={{ maxWidth: 340 }}
    >
      <Button {...button}>{children}</Button>
    </Popconfirm>
  );
}
