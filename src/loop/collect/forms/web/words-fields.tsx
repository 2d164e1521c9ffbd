// The same words in each language of the questionnaire, side by side where there is room.
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import type { FormLanguage, FormProblem, Words } from '../core/form.contract.ts';

/** @param path of the words in the questionnaire; faults found there are shown at the language they are in */
export function WordsFields(props: {
  label: string;
  value: Words;
  languages: readonly FormLanguage[];
  onChange: (value: Words) => void;
  disabled: boolean;
  maxLength: number;
  rows?: number;
  path?: string;
  problems?: readonly FormProblem[];
  placeholder?: string;
}) {
  const { t } = useTranslation('pageforms');
  const { languages, value } = props;
  return (
    <div className="fm-words">
      {languages.map((language) => {
        const fault = props.problems?.find((one) => one.path === `${props.path}.${language}`);
        const name = languages.length > 1 ? `${props.label} · ${t(`language.${language}`)}` : props.label;
        const shared = {
          value: value[language],
          disabled: props.disabled,
          maxLength: props.maxLength,
          lang: language,
          ...(fault ? { status: 'error' as const, title: t(`problems:issue.${fault.code}`) } : {}),
          ...(props.placeholder ? { placeholder: props.placeholder } : {}),
        };
        const put = (text: string) => props.onChange({ ...value, [language]: text });
        return (
          <PlainField key={language} name={name}>
            {props.rows ? (
              <Input.TextArea
                {...shared}
                autoSize={{ minRows: props.rows, maxRows: 8 }}
                onChange={(event) => put(event.target.value)}
              />
            ) : (
              <Input {...shared} onChange={(event) => put(event.target.value)} />
            )}
          </PlainField>
        );
      })}
    </div>
  );
}
