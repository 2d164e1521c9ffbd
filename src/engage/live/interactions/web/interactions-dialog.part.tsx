// The same controls in a window of their own, for screens without room beside.
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { InteractionsPanel } from './interactions-panel.part.tsx';

export function InteractionsDialog({ roomId, onClose }: { roomId: string; onClose: () => void }) {
  const { t } = useTranslation('interactions');
  return (
    <Modal open width={760} title={t('title')} footer={null} onCancel={onClose}>
      <InteractionsPanel roomId={roomId} />
    </Modal>
  );
}
