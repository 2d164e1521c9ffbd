// The small shapes every set-up form is made of: a named field, a quiet button, the bar that saves.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../../../ui/icons.tsx';
import './order.css';

/** A named field. @param as `div` for groups that hold several controls, which then name themselves */
export function Field(props: {
  name: string;
  note?: ReactNode;
  trouble?: string;
  as?: 'label' | 'div';
  children: ReactNode;
}) {
  const Tag = props.as ?? 'label';
  return (
    <Tag className="hy-field">
      <span className="hy-field-name">{props.name}</span>
      {props.children}
      {props.note && <span className="hy-field-note">{props.note}</span>}
      {props.trouble && (
        <span className="hy-field-trouble" role="alert">
          {props.trouble}
        </span>
      )}
    </Tag>
  );
}

/** A button that is only a sign; `label` is read aloud and shown on hover. */
export function QuietButton(props: {
  icon: IconName;
  label: string;
  disabled?: boolean;
  onClick: () => void;
  id?: string;
}) {
  return (
    <button
      type="button"
      className="hy-quiet-button"
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled}
      onClick={props.onClick}
      {...(props.id ? { id: props.id } : {})}
    >
      <Icon name={props.icon} size={16} />
    </button>
  );
}

/** Stays at the bottom while something is unsaved. @param trouble what stands in the way of saving */
export function SaveBar(props: {
  isNew: boolean;
  isDirty: boolean;
  isSaving: boolean;
  trouble?: string;
  onSave: () => void;
  onReset?: () => void;
}) {
  const { t } = useTranslation('pageclocks');
  if (!props.isDirty && !props.isNew) return null;
  return (
    <div className="hy-save-bar">
      <p role={props.trouble ? 'alert' : undefined} className={props.trouble ? 'hy-ink-negative' : undefined}>
        {props.trouble ?? (props.isDirty ? t('save.dirty') : '')}
      </p>
      {props.isDirty && props.onReset && <Button onClick={props.onReset}>{t('save.reset')}</Button>}
      <Button type="primary" loading={props.isSaving} onClick={props.onSave}>
        {t(props.isNew ? 'save.create' : 'save.save')}
      </Button>
    </div>
  );
}
