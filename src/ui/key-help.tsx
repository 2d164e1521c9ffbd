// The sheet behind "?": every key that works on this page, read from the registry, so it can never be out of date.
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupBy } from './group-by.ts';
import { Caps, type KeyBinding, useKeyList, useKeys } from './keys.tsx';
import './keys.css';

/** Mount once; opens on "?". */
export function KeyHelp() {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  const list = useKeyList();
  useKeys([{ keys: '?', label: t('keys.help'), group: t('keys.everywhere'), run: () => setOpen(true) }]);
  const shown = list.filter((one) => one.sheet !== null);
  const groups = groupBy(shown, (one) => one.group ?? t('keys.here'));
  // What this page can do comes before what works on every page.
  const isGeneral = (bindings: readonly KeyBinding[]) =>
    bindings.some((one) => one.keys === '?' || one.keys.startsWith('g '));
  const sections = [...groups].sort(([, one], [, other]) => Number(isGeneral(one)) - Number(isGeneral(other)));
  return (
    <Modal open={open} onCancel={() => setOpen(false)} title={t('keys.title')} footer={null} width={560}>
      <div className="hy-keys">
        {sections.map(([group, bindings]) => (
          <section key={group}>
            <h2>{group}</h2>
            <dl>
              {bindings.map((one) => (
                <div key={one.keys}>
                  <dt>{one.label}</dt>
                  <dd>
                    <Caps keys={one.sheet ?? one.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
