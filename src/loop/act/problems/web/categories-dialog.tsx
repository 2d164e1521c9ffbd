// Names the bones of the fishbone for the whole workspace.
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QuietButton } from '../../clocks/web/form-parts.part.tsx';
import { setCauseCategoriesRoute } from '../core/cause-routes.contract.ts';
import type { CauseCategory } from '../core/problem.contract.ts';
import { useProblemVerb } from './use-problem-verb.ts';

const MOST = 10;

export function CategoriesDialog(props: { categories: readonly CauseCategory[]; onClose: () => void }) {
  const { t } = useTranslation('pageproblems');
  const [items, setItems] = useState(() => props.categories.map((one) => ({ ...one, name: one.name ?? '' })));
  const save = useProblemVerb(setCauseCategoriesRoute, t('done.saved'), props.onClose);
  const freeKey = () => {
    let number = 1;
    while (items.some((one) => one.key === `own_${number}`)) number += 1;
    return `own_${number}`;
  };
  return (
    <Modal
      open
      title={t('causes.categories')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() =>
        save.mutate({ body: { items: items.map((one) => ({ key: one.key, name: one.name.trim() || null })) } })
      }
      onCancel={props.onClose}
    >
      <div className="hy-problem-form">
        <p className="hy-quiet">{t('causes.categoriesSentence')}</p>
        {items.map((one, index) => (
          <div key={one.key} className="hy-row-line">
            <Input
              maxLength={40}
              aria-label={t('causes.categoryName', { number: index + 1 })}
              placeholder={t(`category.${one.key}`, { defaultValue: t('causes.own') })}
              value={one.name}
              onChange={(event) =>
                setItems((now) => now.map((it) => (it.key === one.key ? { ...it, name: event.target.value } : it)))
              }
            />
            <QuietButton
              icon="trash"
              label={t('causes.removeCategory', { number: index + 1 })}
              disabled={items.length <= 2}
              onClick={() => setItems((now) => now.filter((it) => it.key !== one.key))}
            />
          </div>
        ))}
        {items.length < MOST && (
          <div>
            <Button onClick={() => setItems((now) => [...now, { key: freeKey(), name: '' }])}>
              {t('causes.addCategory')}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  );
}
