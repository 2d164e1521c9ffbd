// Calls off an interaction that is open: asks once, and for the reason that is kept with it.
import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export function CancelButton({ onCancel }: { onCancel: (reason: string) => void }) {
  const { t } = useTranslation(['interactions', 'ui']);
  const [reason, setReason] = useState('');
  return (
    <Popconfirm
      title={t('confirm.cancel')}
      description={
        <Input
          aria-label={t('confirm.cancel_reason')}
          placeholder={t('confirm.cancel_reason')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      }
      okText={t('deed.cancel')}
      cancelText={t('ui:cancel')}
      icon={null}
      okButtonProps={{ danger: true }}
      onConfirm={() => onCancel(reason.trim())}
      overlayStyle={{ width: 340, maxWidth: '90vw' }}
    >
      <Button danger type="text">
        {t('deed.cancel')}
      </Button>
    </Popconfirm>
  );
}
