// Makes, shows once and revokes the secret links of the host's prompter.
import { Button, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { OpenLinks, useSecretLinks } from '../../viewer/web/secret-links.part.tsx';
import { useDeskHere } from './use-desk.tsx';

export function PrompterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('livedesk');
  const { roomId } = useDeskHere();
  const toast = useToast();
  const { open, url, make, isMaking } = useSecretLinks(roomId, 'prompter');
  return (
    <Modal open onCancel={onClose} title={t('link.title')} footer={null} width={560}>
      <p className="hy-quiet">{t('link.text')}</p>
      {url ? (
        <div className="ld-link">
          <p>{t('link.once')}</p>
          <div className="hy-row-line">
            <Input readOnly value={url} aria-label={t('link.address')} onFocus={(event) => event.target.select()} />
            <Button
              type="primary"
              icon={<Icon name="copy" size={16} />}
              onClick={() =>
                void navigator.clipboard.writeText(url).then(
                  () => toast.done(t('link.copied')),
                  (error: unknown) => toast.problem(error),
                )
              }
            >
              {t('link.copy')}
            </Button>
            <Button href={url} target="_blank" rel="noreferrer">
              {t('link.open')}
            </Button>
          </div>
        </div>
      ) : (
        <Button type="primary" loading={isMaking} onClick={() => make(t('link.name'))}>
          {t('link.make')}
        </Button>
      )}
      {open.length > 0 && (
        <>
          <h3>{t('link.running')}</h3>
          <OpenLinks links={open} words={{ revoke: t('link.revoke'), question: t('link.revoke_question') }} />
        </>
      )}
    </Modal>
  );
}
