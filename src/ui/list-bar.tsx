// While rows are chosen: how many, what can be done with them, and how to let go.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListAction } from './data-list.types.ts';
import { Icon } from './icons.tsx';

export function ListBar<T>(props: {
  count: number;
  actions: readonly ListAction<T>[];
  rows: T[];
  onClear: () => void;
  onAll: () => void;
}) {
  const { t } = useTranslation('ui');
  return (
    <div className="hy-list-bar" role="toolbar" aria-label={t('list.chosenActions')}>
      <strong>{t('list.chosen', { count: props.count })}</strong>
      {props.actions.map((action) => (
        <Button key={action.label} size="small" danger={action.danger ?? false} onClick={() => action.run(props.rows)}>
          {action.label}
        </Button>
      ))}
      <span className="hy-grow" />
      <Button size="small" type="text" onClick={props.onAll}>
        {t('list.chooseLoaded')}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<Icon name="close" size={14} />}
        onClick={props.onClear}
        aria-label={t('list.clear')}
      />
    </div>
  );
}
