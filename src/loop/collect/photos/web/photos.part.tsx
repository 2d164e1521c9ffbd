// Shows the pictures of a voice: small in the row, large in a dialog, with every pin and what the customer wrote there.
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { listPhotosRoute, type PhotoView } from '../core/photo.contract.ts';
import './photos.css';

/** Pictures of these voices, all read at once. */
export function usePhotos(feedbackIds: readonly string[]): PhotoView[] {
  const ids = [...feedbackIds].sort().slice(0, 100);
  const read = useRead(listPhotosRoute, { query: { feedback: ids.join(',') } } as never, {
    enabled: ids.length > 0,
    freshMs: 60_000,
  });
  return read.data?.items.filter((photo) => ids.includes(photo.feedbackId)) ?? [];
}

/** The pictures of one voice; nothing when there are none. */
export function FeedbackPhotos({ feedbackId }: { feedbackId: string }) {
  return <PhotoStrip photos={usePhotos([feedbackId])} />;
}

export function PhotoStrip({ photos }: { photos: readonly PhotoView[] }) {
  const { t } = useTranslation('pagephotos');
  const [openId, setOpenId] = useState<string | null>(null);
  const open = photos.find((photo) => photo.id === openId) ?? null;
  if (photos.length === 0) return null;
  return (
    <ul className="hy-photos" aria-label={t('title')}>
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <button type="button" onClick={() => setOpenId(photo.id)}>
            <PinnedPicture photo={photo} small alt={t('alt', { number: index + 1 })} />
            {photo.pins.length > 0 && <span className="hy-photo-pins">{t('pins', { count: photo.pins.length })}</span>}
          </button>
        </li>
      ))}
      {open && (
        <Modal open footer={null} width="min(960px, 96vw)" title={t('title')} onCancel={() => setOpenId(null)}>
          <PinnedPicture photo={open} alt={t('alt', { number: photos.indexOf(open) + 1 })} />
          {open.pins.length > 0 && (
            <ol className="hy-photo-notes">
              {open.pins.map((pin, index) => (
                <li key={`${pin.x} ${pin.y}`}>
                  <span className="hy-photo-number">{index + 1}</span>
                  {pin.note || <span className="hy-quiet">{t('noNote')}</span>}
                </li>
              ))}
            </ol>
          )}
        </Modal>
      )}
    </ul>
  );
}

function PinnedPicture({ photo, small = false, alt }: { photo: PhotoView; small?: boolean; alt: string }) {
  return (
    <span className={small ? 'hy-photo hy-photo-small' : 'hy-photo'}>
      <img
        src={small ? photo.smallPath : photo.path}
        alt={alt}
        width={photo.width}
        height={photo.height}
        loading="lazy"
        decoding="async"
      />
      {photo.pins.map((pin, index) => (
        <span
          key={`${pin.x} ${pin.y}`}
          className="hy-photo-pin"
          style={{ left: `${pin.x * 100}%`, top: `${pin.y * 100}%` }}
          title={pin.note || undefined}
          aria-hidden
        >
          {small ? '' : index + 1}
        </span>
      ))}
    </span>
  );
}
