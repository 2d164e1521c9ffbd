// Asks before what was typed is thrown away.
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

export function LeaveQuestion(props: { open: boolean; onStay: () => void; onLeave: () => void }) {
  const { t } = useTranslation('pageunderstand');
  return (
    <Modal
      open={props.open}
      width={400}
      title={t('themes.leave')}
      okText={t('themes.leaveGo')}
      okButtonProps={{ danger: true }}
      cancelText={t('themes.leaveStay')}
      onOk={props.onLeave}
      onCancel={props.onStay}
    >
      {t('themes.leaveText')}
    </Modal>
  );
}
