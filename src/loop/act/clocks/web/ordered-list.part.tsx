// A list whose order decides: each row says its place and can be moved by button or by Alt and the arrow keys.
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { QuietButton } from './form-parts.part.tsx';

/**
 * @param onMove the whole new order
 * @param end what stands at the right of a row, before the two moving buttons
 */
export function OrderedList<T>(props: {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  nameOf: (item: T) => string;
  canMove: boolean;
  onMove: (items: T[]) => void;
  render: (item: T) => ReactNode;
  end?: (item: T) => ReactNode;
}) {
  const { t } = useTranslation('pageclocks');
  const { items, keyOf, nameOf } = props;
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the row once it stands in its new place
  useEffect(() => {
    if (!focusNext.current) return;
    const [key, way] = focusNext.current.split(' ');
    focusNext.current = null;
    const row = list.current?.querySelector(`[data-key="${key}"]`);
    const wanted = row?.querySelector<HTMLButtonElement>(`[data-way="${way}"] button`);
    (wanted?.disabled ? row?.querySelector<HTMLButtonElement>('[data-way] button:enabled') : wanted)?.focus();
  }, [items]);
  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length) return;
    const next = items.filter((one) => one !== item);
    next.splice(to, 0, item);
    focusNext.current = `${keyOf(item)} ${to < from ? 'up' : 'down'}`;
    props.onMove(next);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!props.canMove || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <ol className="hy-order" aria-label={props.label} ref={list}>
      {items.map((item, index) => (
        <li key={keyOf(item)} data-key={keyOf(item)} onKeyDown={(event) => onKeyDown(event, index)}>
          <span className="hy-order-place">{index + 1}</span>
          <div>{props.render(item)}</div>
          <div className="hy-order-end">
            {props.end?.(item)}
            {props.canMove && items.length > 1 && (
              <>
                <span data-way="up">
                  <QuietButton
                    icon="up"
                    label={t('order.up', { name: nameOf(item) })}
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  />
                </span>
                <span data-way="down">
                  <QuietButton
                    icon="down"
                    label={t('order.down', { name: nameOf(item) })}
                    disabled={index === items.length - 1}
                    onClick={() => move(index, index + 1)}
                  />
                </span>
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
