// Adds a leaf of the taxonomy: a small button that becomes a field to look one up by name.
import { Popover, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';

interface Props {
  groups: { label: string; options: { value: string; label: string }[] }[];
  onAdd: (key: string) => void;
}

export function AddTheme({ groups, onAdd }: Props) {
  const { t } = useTranslation('pageunderstand');
  const [isOpen, setOpen] = useState(false);
  const field = (
    <Select<string>
      autoFocus
      defaultOpen
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('label.addTheme')}
      placeholder={t('label.findTheme')}
      style={{ width: 240 }}
      options={groups}
      value={null}
      onChange={(key) => {
        setOpen(false);
        onAdd(key);
      }}
    />
  );
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={field}
      destroyOnHidden
    >
      <button type="button" className="hy-chip hy-chip-quiet" aria-label={t('label.addTheme')}>
        <Icon name="plus" size={12} />
      </button>
    </Popover>
  );
}
