// Asks before a customer is erased: why, and the word typed by hand, because there is no way back.
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../ui/client/hooks.ts';
import { problemText } from '../../../ui/client/problem.ts';
import { useGo } from '../../../ui/go.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { ERASE_REASONS, type EraseReason, erasePersonRoute } from '../core/privacy.contract.ts';

export function EraseDialog({
  personId,
  name,
  onClose,
}: {
  personId: string;
  name: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('privacy');
  const toast = useToast();
  const go = useGo();
  const [reason, setReason] = useState<EraseReason>('asked');
  const [typed, setTyped] = useState('');
  const word = name?.trim() || t('erase.word');
  const erase = useVerb(erasePersonRoute, {
    onDone: () => {
      toast.done(t('erase.done'));
      go('/feedback', undefined, { replace: true });
    },
  });
  return (
    <Modal
      open
      title={t('erase.question')}
      okText={t('erase.deed')}
      cancelText={t('erase.keep')}
      okButtonProps={{ danger: true, disabled: typed.trim() !== word, loading: erase.isPending }}
      onOk={() => erase.mutate({ params: { id: personId }, body: { reason } })}
      onCancel={onClose}
    >
      <p>{t('erase.goes')}</p>
      <p className="hy-quiet">{t('erase.stays')}</p>
      <Form layout="vertical">
        <Form.Item label={t('erase.why')} htmlFor="erase-reason">
          <Select
            id="erase-reason"
            value={reason}
            onChange={setReason}
            options={ERASE_REASONS.map((value) => ({ value, label: t(`erase.reason.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t('erase.type', { word })} htmlFor="erase-word">
          <Input id="erase-word" value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        </Form.Item>
      </Form>
      {erase.error && (
        <p role="alert" className="hy-ink-negative">
          {problemText(t, erase.error)}
        </p>
      )}
    </Modal>
  );
}
