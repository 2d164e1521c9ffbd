// What a customer sees on his phone, drawn by the very code that draws it for him, in each language.
import { Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { Section } from '../../../../ui/section.tsx';
import type { FormDefinition, FormLanguage } from '../core/form.contract.ts';
import { previewFormRoute } from '../core/form-routes.contract.ts';
import { languageOf } from './form-words.ts';

export function PhonePreview({ definition, at }: { definition: FormDefinition; at: string }) {
  const { t, i18n } = useTranslation('pageforms');
  const [wish, setWish] = useState<FormLanguage>(languageOf(i18n.language));
  const language = definition.languages.includes(wish) ? wish : definition.languages[0]!;
  const shown = useDeferredValue(definition);
  const read = useRead(
    previewFormRoute,
    { body: { definition: shown, language, ...(at ? { at } : {}) } },
    { freshMs: 60_000 },
  );
  return (
    <Section
      title={t('preview.title')}
      end={
        definition.languages.length > 1 && (
          <Segmented
            size="small"
            aria-label={t('preview.language')}
            value={language}
            options={definition.languages.map((value) => ({ value, label: t(`language.${value}`) }))}
            onChange={(value) => setWish(value as FormLanguage)}
          />
        )
      }
    >
      <div className="fm-phone">
        <iframe title={t('preview.title')} srcDoc={read.data?.html ?? ''} sandbox="" />
      </div>
    </Section>
  );
}
