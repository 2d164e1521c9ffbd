// Named sets of filters one returns to every day, as a quiet line of tabs above the list.
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';
import { useFilters } from './use-filters.ts';
import './saved-views.css';

export interface SavedView {
  id: string;
  name: string;
  /** the filters it stands for, as they stand in the address */
  search: Record<string, string>;
  /** shown after the name */
  count?: number | null;
  /** a view that came with the product cannot be removed */
  fixed?: boolean;
}

/** Do the present filters mean this view? Sorting and the open row do not count. */
export function isView(view: SavedView, values: Record<string, string>, ignore: readonly string[] = []): boolean {
  const present = Object.entries(values).filter(([key]) => !ignore.includes(key));
  return (
    present.length === Object.keys(view.search).length && present.every(([key, value]) => view.search[key] === value)
  );
}

/** @param ignore keys of the address that are not filters @param onSave given the name and the present filters */
export function SavedViews(props: {
  views: readonly SavedView[];
  label: string;
  ignore?: readonly string[];
  onSave?: (name: string, search: Record<string, string>) => void;
  onRemove?: (view: SavedView) => void;
}) {
  const { t } = useTranslation('ui');
  const filters = useFilters();
  const ignore = props.ignore ?? [];
  const current = props.views.find((view) => isView(view, filters.values, ignore));
  const present = Object.fromEntries(Object.entries(filters.values).filter(([key]) => !ignore.includes(key)));
  const pick = (view: SavedView) => {
    const cleared = Object.fromEntries(Object.keys(present).map((key) => [key, undefined]));
    filters.set({ ...cleared, ...view.search });
  };
  return (
    <nav className="hy-views" aria-label={props.label}>
      {props.views.map((view) => (
        <span key={view.id} className={view === current ? 'hy-view hy-view-current' : 'hy-view'}>
          <button type="button" aria-current={view === current ? 'true' : undefined} onClick={() => pick(view)}>
            {view.name}
            {view.count !== undefined && view.count !== null && <small>{view.count.toLocaleString()}</small>}
          </button>
          {view === current && !view.fixed && props.onRemove && (
            <button
              type="button"
              className="hy-view-remove"
              aria-label={t('views.remove', { name: view.name })}
              onClick={() => props.onRemove?.(view)}
            >
              <Icon name="close" size={12} />
            </button>
          )}
        </span>
      ))}
      {props.onSave && !current && Object.keys(present).length > 0 && (
        <SaveView onSave={(name) => props.onSave?.(name, present)} />
      )}
    </nav>
  );
}

function SaveView({ onSave }: { onSave: (name: string) => void }) {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const save = () => {
    if (!name.trim()) return;
    onSave(name.trim());
    setName('');
    setOpen(false);
  };
  const form = (
    <form
      className="hy-view-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Input
        autoFocus
        value={name}
        maxLength={40}
        aria-label={t('views.name')}
        placeholder={t('views.name')}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" type="primary" disabled={!name.trim()}>
        {t('views.save')}
      </Button>
    </form>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomLeft" content={form}>
      <button type="button" className="hy-view-save">
        <Icon name="plus" size={14} />
        {t('views.saveThis')}
      </button>
    </Popover>
  );
}
