// What came with a letter: what may be opened as a download, what was held with its reason.
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../../../ui/client/call.ts';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { type AttachmentView, attachmentsRoute, openAttachmentRoute } from '../core/mailbox.contract.ts';
import './mailboxes.css';

/** @param about a feedback or a message of a conversation; draws nothing when nothing was attached */
export function Attachments({ about }: { about: string }) {
  const read = useRead(attachmentsRoute, { query: { about } }, {});
  return <AttachmentList items={read.data?.items ?? []} />;
}

export function AttachmentList({ items }: { items: readonly AttachmentView[] }) {
  const { t, i18n } = useTranslation('mailboxes');
  const mayOpen = useCan('feedback.reveal');
  if (items.length === 0) return null;
  const size = (bytes: number) =>
    t('size', { kb: new Intl.NumberFormat(i18n.language).format(Math.max(1, Math.round(bytes / 1000))) });
  return (
    <ul className="hy-attachments" aria-label={t('attachments')}>
      {items.map((one) => (
        <li key={one.id} className={one.held ? 'hy-attachment-held' : undefined}>
          <Icon name={one.held ? 'lock' : 'link'} size={14} />
          {one.held || !mayOpen ? (
            <span className="hy-one-line">{one.name}</span>
          ) : (
            <a
              className="hy-link hy-one-line"
              href={addressOf(openAttachmentRoute.path, { params: { id: one.id } })}
              download
            >
              {one.name}
            </a>
          )}
          <span className="hy-faint">{one.held ? t(`held.${one.held}`) : size(one.bytes)}</span>
        </li>
      ))}
    </ul>
  );
}
