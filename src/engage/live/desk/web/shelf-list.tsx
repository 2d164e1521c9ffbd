// The shelf by link number: a press or `p` and the number puts a product on air; beside each how people speak of it.

import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyText } from '../../../../kit/money.ts';
import type { ProductPulse } from '../../analysis/core/analysis.contract.ts';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import { PulseBar } from './on-air-card.tsx';
import { useDesk, useDeskHere } from './use-desk.tsx';
import { usePin } from './use-pin.ts';

export function ShelfList() {
  const { t } = useTranslation('livedesk');
  const shelf = useDesk('shelf');
  const onAir = useDesk('onAir');
  const pulses = useDesk('pulses');
  const byProduct = new Map(pulses.map((pulse) => [pulse.productId, pulse]));
  return (
    <section className="ld-shelf" aria-label={t('shelf.title')}>
      <header className="ld-head">
        <h2>{t('shelf.title')}</h2>
        <span className="ld-faint">{t('shelf.count', { count: shelf.length })}</span>
        <span className="hy-grow" />
        <span className="ld-faint" title={t('pulse.why')}>
          {t('pulse.label')}
        </span>
      </header>
      {shelf.length === 0 ? (
        <p className="ld-empty">{t('shelf.empty')}</p>
      ) : (
        <ol className="ld-shelf-list">
          {shelf.map((product) => (
            <ShelfRow
              key={product.index}
              product={product}
              pulse={byProduct.get(product.productId) ?? null}
              isOnAir={
                product.productId === onAir?.productId && (onAir.index === null || onAir.index === product.index)
              }
            />
          ))}
        </ol>
      )}
    </section>
  );
}

const ShelfRow = memo(function ShelfRow(props: {
  product: ShelfProduct;
  pulse: ProductPulse | null;
  isOnAir: boolean;
}) {
  const { t, i18n } = useTranslation('livedesk');
  const { mayWork } = useDeskHere();
  const pin = usePin();
  const row = useRef<HTMLLIElement>(null);
  const { product } = props;
  useEffect(() => {
    if (!props.isOnAir) return;
    const list = row.current?.parentElement;
    // Only the list scrolls to it, never the page.
    if (list && row.current) list.scrollTop = row.current.offsetTop - list.offsetTop - list.clientHeight / 3;
  }, [props.isOnAir]);
  const label = t('shelf.pin', { index: product.index, title: product.title });
  return (
    <li ref={row} className={props.isOnAir ? 'ld-shelf-air' : ''}>
      <button
        type="button"
        disabled={!mayWork || props.isOnAir}
        aria-current={props.isOnAir || undefined}
        aria-label={props.isOnAir ? t('shelf.is_on_air', { index: product.index, title: product.title }) : label}
        title={product.title}
        onClick={() => pin.put(product)}
      >
        <b>{product.index}</b>
        <span className="ld-shelf-title">{product.title}</span>
        <span className="ld-shelf-price">{product.price ? moneyText(product.price, i18n.language) : ''}</span>
      </button>
      <PulseBar pulse={props.pulse} />
    </li>
  );
});
