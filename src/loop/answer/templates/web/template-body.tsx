// The words of a template in one language, its variables at hand, and at once what a customer would read.
import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { previewTemplateRoute, TEMPLATE_VARIABLES } from '../core/template.contract.ts';

const PAUSE_MS = 300;

export function TemplateBody(props: {
  language: 'zh-CN' | 'en';
  text: string;
  readOnly: boolean;
  onChange: (text: string) => void;
}) {
  const { t } = useTranslation('deskanswer');
  const field = useRef<TextAreaRef>(null);
  const { language, text } = props;
  const id = `template-${language}`;
  const insert = (name: string) => {
    const area = field.current?.resizableTextArea?.textArea;
    const start = area?.selectionStart ?? text.length;
    const end = area?.selectionEnd ?? start;
    const blank = `{{${name}}}`;
    props.onChange(text.slice(0, start) + blank + text.slice(end));
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(start + blank.length, start + blank.length);
    });
  };
  return (
    <section className="desk-template-body" aria-label={t(`template.language.${language}`)}>
      <div>
        <label htmlFor={id}>{t(`template.language.${language}`)}</label>
        <Input.TextArea
          id={id}
          ref={field}
          lang={language}
          autoSize={{ minRows: 6, maxRows: 16 }}
          maxLength={4000}
          readOnly={props.readOnly}
          value={text}
          onChange={(event) => props.onChange(event.target.value)}
        />
        {!props.readOnly && (
          <p className="desk-variables">
            {TEMPLATE_VARIABLES.map((name) => (
              <button key={name} type="button" onClick={() => insert(name)} title={`{{${name}}}`}>
                {t(`variable.${name}`)}
              </button>
            ))}
          </p>
        )}
      </div>
      <Preview language={language} text={text} />
    </section>
  );
}

function Preview({ language, text }: { language: 'zh-CN' | 'en'; text: string }) {
  const { t } = useTranslation('deskanswer');
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const read = useRead(previewTemplateRoute, { body: { text: asked, language } }, { freshMs: 600_000 });
  return (
    <div>
      <h3>{t('template.preview')}</h3>
      <div className="desk-template-preview" lang={language} aria-live="polite">
        {read.data?.text || <span className="hy-faint">{t('template.previewEmpty')}</span>}
      </div>
      {read.data && read.data.unknown.length > 0 && (
        <p className="hy-ink-negative desk-template-fault">
          {t('template.unknown', { names: read.data.unknown.join(', ') })}
        </p>
      )}
    </div>
  );
}
