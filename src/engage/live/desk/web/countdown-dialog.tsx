// Gives the product on air a time: the desk and the prompter count it down.
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDesk, useDeskHere } from './use-desk.tsx';

const MINUTES = [1, 2, 3, 5, 8, 10, 15, 20];

export function CountdownDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('livedesk');
  const { act } = useDeskHere();
  const board = useDesk('board');
  const put = (seconds: number | null) => {
    void act({ do: 'countdown', seconds }, 'countdown');
    onClose();
  };
  return (
    <Modal open onCancel={onClose} title={t('countdown.title')} footer={null} width={420}>
      <p className="hy-quiet">{t('countdown.text')}</p>
      <div className="ld-choices">
        {MINUTES.map((minutes) => (
          <Button key={minutes} size="large" onClick={() => put(minutes * 60)}>
            {t('countdown.minutes', { count: minutes })}
          </Button>
        ))}
      </div>
      {board.countdown && (
        <Button type="link" onClick={() => put(null)}>
          {t('countdown.stop')}
        </Button>
      )}
    </Modal>
  );
}
