// A label one can hover (why) and click (what it should be instead).
import { Dropdown, type MenuProps, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';

export interface Choice {
  key: string;
  label: string;
  danger?: boolean;
}

/**
 * @param reasons shown on hover and focus @param choices shown on click; none means it is only read
 * @param quiet a dashed chip for what is not there ("not urgent", "add")
 */
export function LabelChip(props: {
  children: ReactNode;
  name: string;
  reasons?: ReactNode;
  choices?: readonly Choice[];
  current?: string;
  onChoose?: (key: string) => void;
  quiet?: boolean;
}) {
  const { t } = useTranslation('pageunderstand');
  const [isOpen, setOpen] = useState(false);
  const [isHovered, setHovered] = useState(false);
  const className = props.quiet ? 'hy-chip hy-chip-quiet' : 'hy-chip';
  const canChange = props.choices !== undefined && props.choices.length > 0;
  const menu: MenuProps = {
    items: (props.choices ?? []).map((choice) => ({
      key: choice.key,
      danger: choice.danger ?? false,
      label: choice.label,
      icon: <span className="hy-chip-tick">{choice.key === props.current && <Icon name="check" size={14} />}</span>,
    })),
    onClick: ({ key, domEvent }) => {
      domEvent.stopPropagation();
      if (key !== props.current) props.onChoose?.(key);
    },
    style: { maxHeight: 360, overflowY: 'auto' },
  };
  const face = canChange ? (
    <button type="button" className={className} aria-haspopup="menu">
      {props.children}
      <span className="hy-hidden">{props.quiet ? props.name : t('label.change')}</span>
    </button>
  ) : (
    <span className={className}>{props.children}</span>
  );
  const withMenu = canChange ? (
    <Dropdown menu={menu} trigger={['click']} open={isOpen} onOpenChange={setOpen} autoFocus>
      {face}
    </Dropdown>
  ) : (
    face
  );
  if (!props.reasons) return withMenu;
  return (
    <Popover
      content={props.reasons}
      trigger={['hover', 'focus']}
      mouseEnterDelay={0.25}
      placement="topLeft"
      open={isHovered && !isOpen}
      onOpenChange={setHovered}
    >
      <span className="hy-chip-place">{withMenu}</span>
    </Popover>
  );
}
