// Makes, shows once and revokes the secret links of the host's prompter.
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { createLinkRoute, listLinksRoute, revokeLinkRoute } from '../../viewer/core/link.contract.ts';
import { useDeskHere } from './use-desk.tsx';

export function PrompterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('livedesk');
  const { roomId } = useDeskHere();
  const toast = useToast();
  const params = { id: roomId };
  const links = useRead(listLinksRoute, { params });
  const [url, setUrl] = useState<string | null>(null);
  const make = useVerb(createLinkRoute, {
    refresh: [listLinksRoute],
    onProblem: (problem) => toast.problem(problem),
    onDone: (made) => setUrl(made.url),
  });
  const revoke = useVerb(revokeLinkRoute, {
    refresh: [listLinksRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  const open = (links.data?.items ?? []).filter((one) => one.kind === 'prompter' && one.revokedAt === null);
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
        <Button
          type="primary"
          loading={make.isPending}
          onClick={() => make.mutate({ params, body: { kind: 'prompter', name: t('link.name') } })}
        >
          {t('link.make')}
        </Button>
      )}
      {open.length > 0 && (
        <>
          <h3>{t('link.running')}</h3>
          <ul className="ld-link-list">
            {open.map((one) => (
              <li key={one.id}>
                <span>{one.name}</span>
                <span className="hy-quiet">
                  <RelativeTime at={one.createdAt} />
                </span>
                <span className="hy-grow" />
                <ConfirmButton
                  size="small"
                  danger
                  question={t('link.revoke_question')}
                  deed={t('link.revoke')}
                  onConfirm={() => revoke.mutate({ params: { id: one.id } })}
                >
                  {t('link.revoke')}
                </ConfirmButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
