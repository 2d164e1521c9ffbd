// Templates while writing: after a slash, by shortcut or name, filled for the person who will read them.
import type { TFunction } from 'i18next';
import { type Ref, useEffect, useId, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { listTemplatesRoute, type TemplateView } from '../core/template.contract.ts';

/** The slash word that ends where the caret stands: `/退款` after a space or at the beginning. */
export function slashWord(beforeCaret: string): string | null {
  return /(?:^|\s)\/([\p{L}\p{N}-]{0,30})$/u.exec(beforeCaret)?.[1] ?? null;
}

/** Templates that fit, those whose shortcut begins with the word first. */
export function fitting<T extends Pick<TemplateView, 'name' | 'shortcut'>>(templates: readonly T[], word: string): T[] {
  const wanted = word.toLowerCase();
  const rank = (one: T) =>
    one.shortcut?.toLowerCase().startsWith(wanted) ? 0 : one.name.toLowerCase().includes(wanted) ? 1 : 2;
  return templates.filter((one) => rank(one) < 2).sort((one, other) => rank(one) - rank(other));
}

/** A template's words on one line, its blanks by their names. */
export function bodyLine(t: TFunction, body: string): string {
  return body
    .replace(
      /\{\{\s*([\w.]+)\s*\}\}/g,
      (_, name: string) => `‹${t(`deskanswer:variable.${name}`, { defaultValue: name })}›`,
    )
    .replace(/\s+/g, ' ');
}

export interface PickerKeys {
  /** true when the key was for the picker */
  onKey: (key: string) => boolean;
}

/** A list below the words being written; the keys come from there by `keys`. */
export function TemplatePicker(props: {
  word: string;
  language: string;
  onPick: (template: TemplateView) => void;
  onClose: () => void;
  keys: Ref<PickerKeys>;
}) {
  const { t } = useTranslation('deskanswer');
  const id = useId();
  const [at, setAt] = useState(0);
  const read = useRead(listTemplatesRoute, { query: { purpose: 'reply', limit: 200 } }, { freshMs: 60_000 });
  const found = fitting(read.data?.items ?? [], props.word).slice(0, 8);
  const current = Math.min(at, Math.max(0, found.length - 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another word is another list
  useEffect(() => setAt(0), [props.word]);
  useImperativeHandle(props.keys, () => ({
    onKey: (key) => {
      if (key === 'Escape') props.onClose();
      else if (key === 'ArrowDown' && found.length > 0) setAt((current + 1) % found.length);
      else if (key === 'ArrowUp' && found.length > 0) setAt((current + found.length - 1) % found.length);
      else if ((key === 'Enter' || key === 'Tab') && found[current]) props.onPick(found[current]);
      else return false;
      return true;
    },
  }));
  if (read.data && found.length === 0) return <p className="desk-template-none">{t('template.noneFits')}</p>;
  return (
    <div role="listbox" aria-label={t('template.title')} className="desk-template-list">
      {found.map((one, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys come from the words being written
        <div
          key={one.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === current}
          className="desk-pick"
          onMouseMove={() => setAt(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onPick(one)}
        >
          <strong>{one.name}</strong>
          {one.shortcut && <span className="hy-faint">/{one.shortcut}</span>}
          <span className="hy-one-line hy-quiet">
            {bodyLine(t, one.body[props.language === 'en' ? 'en' : 'zh-CN'])}
          </span>
        </div>
      ))}
    </div>
  );
}
