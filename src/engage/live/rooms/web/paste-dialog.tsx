// Takes a table somebody pasted and shows what was understood before any of it is taken.
import { Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalsOf, moneyText } from '../../../../kit/money.ts';
import { type PastedProduct, readShelfTable } from '../core/read-shelf-table.ts';

const SHOWN = 5;

export function PasteDialog(props: {
  currency: string;
  onClose: () => void;
  onTake: (items: PastedProduct[]) => void;
}) {
  const { t, i18n } = useTranslation('liverooms');
  const [text, setText] = useState('');
  const { items, unread } = useMemo(() => readShelfTable(text, decimalsOf(props.currency)), [text, props.currency]);
  return (
    <Modal
      open
      title={t('paste.title')}
      okText={t('paste.take', { count: items.length })}
      okButtonProps={{ disabled: items.length === 0 }}
      onOk={() => props.onTake(items)}
      onCancel={props.onClose}
      width={640}
    >
      <p className="hy-quiet">{t('paste.sentence')}</p>
      <Input.TextArea
        autoFocus
        rows={7}
        value={text}
        aria-label={t('paste.title')}
        placeholder={t('paste.example')}
        onChange={(event) => setText(event.target.value)}
      />
      {items.length > 0 && (
        <ul className="live-pasted">
          {items.slice(0, SHOWN).map((item) => (
            <li key={`${item.index} ${item.title}`}>
              <b>{item.index}</b>
              <span className="hy-one-line">{item.title}</span>
              <span className="hy-quiet">
                {item.priceMinor === null
                  ? '–'
                  : moneyText({ minor: item.priceMinor, currency: props.currency }, i18n.language)}
              </span>
            </li>
          ))}
          {items.length > SHOWN && <li className="hy-quiet">{t('paste.more', { count: items.length - SHOWN })}</li>}
        </ul>
      )}
      {unread.length > 0 && (
        <p role="alert" className="hy-ink-negative">
          {t('paste.unread', { lines: unread.slice(0, 10).join(', ') })}
        </p>
      )}
    </Modal>
  );
}
