// An import's state in a word and a shape.
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../../../ui/icons.tsx';
import type { ImportState } from '../core/import.contract.ts';
import './imports.css';

const icons: Record<ImportState, IconName> = {
  uploaded: 'eye',
  mapped: 'play',
  running: 'refresh',
  done: 'check',
  failed: 'warning',
  cancelled: 'pause',
};

export function StateTag({ value }: { value: ImportState }) {
  const { t } = useTranslation('imports');
  return (
    <span className={`hy-tag hy-import-${value}`}>
      <Icon name={icons[value]} size={14} />
      {t(`states.${value}`)}
    </span>
  );
}
