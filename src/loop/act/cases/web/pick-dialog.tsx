// A small dialog to choose one of many by typing: whom to give a case to, which case to merge into.
import { Input, type InputRef, Modal } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from '../../../../ui/icons.tsx';

export interface PickOption {
  key: string;
  label: ReactNode;
  /** what typing is compared with */
  words: string;
  hint?: ReactNode;
  icon?: IconName;
  group?: string;
}

/** @param onSearch given when the options come from a search; otherwise typing narrows them here */
export function PickDialog(props: {
  title: string;
  sentence?: string;
  placeholder: string;
  nothing: string;
  options: readonly PickOption[];
  onSearch?: (text: string) => void;
  onPick: (key: string) => void;
  onClose: () => void;
  busy?: boolean;
}) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const wanted = text.trim().toLowerCase();
  const shown = props.onSearch
    ? props.options
    : props.options.filter((one) => one.words.toLowerCase().includes(wanted));
  const current = Math.min(at, Math.max(0, shown.length - 1));
  useEffect(() => {
    list.current?.querySelector(`[data-at="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const write = (value: string) => {
    setText(value);
    setAt(0);
    props.onSearch?.(value.trim());
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(Math.max(0, Math.min(shown.length - 1, current + (event.key === 'ArrowDown' ? 1 : -1))));
    }
    const picked = shown[current];
    if (event.key === 'Enter' && picked && !props.busy) {
      event.preventDefault();
      props.onPick(picked.key);
    }
  };
  return (
    <Modal
      open
      title={props.title}
      footer={null}
      onCancel={props.onClose}
      width={440}
      afterOpenChange={(open) => open && field.current?.focus()}
    >
      {props.sentence && <p className="hy-quiet">{props.sentence}</p>}
      <Input
        ref={field}
        autoFocus
        value={text}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={shown[current] ? `${listId}-${current}` : undefined}
        aria-label={props.placeholder}
        placeholder={props.placeholder}
        prefix={<Icon name="search" size={16} />}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={props.title} className="desk-picks">
        {shown.map((one, index) => (
          <div key={one.key} role="presentation">
            {one.group && one.group !== shown[index - 1]?.group && <div className="desk-pick-group">{one.group}</div>}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field above */}
            <div
              id={`${listId}-${index}`}
              data-at={index}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className="desk-pick"
              onMouseMove={() => setAt(index)}
              onClick={() => !props.busy && props.onPick(one.key)}
            >
              {one.icon && <Icon name={one.icon} size={16} />}
              <span className="hy-one-line">{one.label}</span>
              {one.hint && <span className="desk-pick-hint">{one.hint}</span>}
            </div>
          </div>
        ))}
        {shown.length === 0 && <p className="desk-pick-none">{props.nothing}</p>}
      </div>
    </Modal>
  );
}
