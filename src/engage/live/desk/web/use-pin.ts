// Puts products of the shelf on air by their link number or one after the other.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import { useDeskHere } from './use-desk.tsx';

export function usePin() {
  const { t } = useTranslation('livedesk');
  const { act, store } = useDeskHere();
  return useMemo(() => {
    const put = (product: ShelfProduct) =>
      void act({ do: 'pin', productId: product.productId }, product.productId, {
        text: t('done.pinned', { index: product.index, title: product.title }),
      });
    return {
      put,
      off: () => void act({ do: 'pin', productId: null }, 'air'),
      byIndex(index: number) {
        const product = store.get('shelf').find((one) => one.index === index);
        if (product) put(product);
      },
      step(by: number) {
        const shelf = [...store.get('shelf')].sort((one, other) => one.index - other.index);
        const at = shelf.findIndex((one) => one.productId === store.get('onAir')?.productId);
        const next = shelf[at < 0 ? (by > 0 ? 0 : shelf.length - 1) : at + by];
        if (next) put(next);
      },
    };
  }, [act, store, t]);
}
