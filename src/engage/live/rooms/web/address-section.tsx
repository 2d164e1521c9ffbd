// Where viewers find a room: the address to copy and the code to print.
import { useTranslation } from 'react-i18next';
import { renderSVG } from 'uqr';
import { CopyButton } from '../../../../ground/members/web/once.part.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { Section } from '../../../../ui/section.tsx';
import type { RoomView } from '../core/room.contract.ts';

export function AddressSection({ room }: { room: RoomView }) {
  const { t } = useTranslation('liverooms');
  const url = `${location.origin}/watch/${room.slug}`;
  const picture = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(renderSVG(url, { ecc: 'Q', border: 2 }))}`;
  return (
    <Section title={t('address.title')} sentence={t(room.isOpen ? 'address.sentence' : 'address.closed')}>
      <div className="live-address">
        <img src={picture} alt={t('address.qr', { name: room.title })} width={132} height={132} />
        <div className="live-address-text">
          <code className="hy-code">{url}</code>
          <div className="hy-row-line">
            <CopyButton text={url} />
            <a className="hy-link" href={url} target="_blank" rel="noreferrer">
              {t('address.open')}
            </a>
          </div>
          <p className="hy-quiet">
            {t('address.sources')}{' '}
            <GoLink className="hy-link" to="/live/sources" search={{ room: room.id }}>
              {t('address.sourcesLink')}
            </GoLink>
          </p>
        </div>
      </div>
    </Section>
  );
}
