// The options of a choice or the rows of a matrix, each in every language, moved up and down by button.
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import type { FormLanguage, FormOption, FormProblem } from '../core/form.contract.ts';
import { newId } from './new-id.ts';

export function OptionRows(props: {
  label: string;
  add: string;
  /** Beginning of the names of new ones. */
  stem: string;
  items: readonly FormOption[];
  most: number;
  languages: readonly FormLanguage[];
  problems: readonly FormProblem[];
  path: string;
  disabled: boolean;
  onChange: (items: FormOption[]) => void;
}) {
  const { t } = useTranslation('pageforms');
  const { items, disabled, languages } = props;
  const put = (index: number, change: Partial<FormOption>) =>
    props.onChange(items.map((item, position) => (position === index ? { ...item, ...change } : item)));
  const swap = (index: number, other: number) => {
    const moved = [...items];
    [moved[index], moved[other]] = [moved[other]!, moved[index]!];
    props.onChange(moved);
  };
  const add = () => {
    const id = newId(
      `${props.stem}${items.length + 1}`,
      items.map((item) => item.id),
    );
    props.onChange([...items, { id, text: { 'zh-CN': '', en: '' } }]);
  };
  return (
    <fieldset className="fm-options">
      <legend>{props.label}</legend>
      {items.map((item, index) => (
        <div key={item.id} className="fm-option">
          <div className="fm-option-words">
            {languages.map((language) => {
              const isWrong = props.problems.some((one) => one.path === `${props.path}.${index}.text.${language}`);
              const name = `${props.label} ${index + 1} · ${t(`language.${language}`)}`;
              return (
                <Input
                  key={language}
                  lang={language}
                  aria-label={name}
                  placeholder={languages.length > 1 ? t(`language.${language}`) : ''}
                  value={item.text[language]}
                  maxLength={200}
                  disabled={disabled}
                  {...(isWrong ? { status: 'error' as const } : {})}
                  onChange={(event) => put(index, { text: { ...item.text, [language]: event.target.value } })}
                />
              );
            })}
          </div>
          {!disabled && (
            <span className="fm-move">
              <Button
                size="small"
                type="text"
                disabled={index === 0}
                aria-label={t('option.up', { count: index + 1 })}
                icon={<Icon name="up" size={16} />}
                onClick={() => swap(index, index - 1)}
              />
              <Button
                size="small"
                type="text"
                disabled={index === items.length - 1}
                aria-label={t('option.down', { count: index + 1 })}
                icon={<Icon name="down" size={16} />}
                onClick={() => swap(index, index + 1)}
              />
              <Button
                size="small"
                type="text"
                aria-label={t('option.remove', { count: index + 1 })}
                icon={<Icon name="close" size={16} />}
                onClick={() => props.onChange(items.filter((_, position) => position !== index))}
              />
            </span>
          )}
        </div>
      ))}
      {!disabled && items.length < props.most && (
        <Button size="small" icon={<Icon name="plus" size={14} />} onClick={add}>
          {props.add}
        </Button>
      )}
    </fieldset>
  );
}
