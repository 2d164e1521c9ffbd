// Ready questionnaires to begin with, their words taken from the sentences of both languages.
import { translator } from '../../../../platform/i18n/translate.ts';
import { type FormDefinition, formDefinition } from '../core/form.contract.ts';
import { FORM_TEMPLATES, type TemplateQuestion } from '../core/template-shapes.ts';

const zh = translator('zh-CN');
const en = translator('en');
const words = (key: string) => ({
  'zh-CN': zh(`forms:template.${key}`, {}, ''),
  en: en(`forms:template.${key}`, {}, ''),
});

/** Every template with its name in one language. */
export function formTemplates(language: 'zh-CN' | 'en'): { key: string; name: string; definition: FormDefinition }[] {
  return FORM_TEMPLATES.map(({ key }) => ({
    key,
    name: translator(language)(`forms:template.${key}.title`),
    definition: templateByKey(key)!,
  }));
}

/** One template in both languages, or nothing. */
export function templateByKey(key: string): FormDefinition | undefined {
  const template = FORM_TEMPLATES.find((one) => one.key === key);
  return (
    template &&
    formDefinition.parse({
      title: words(`${key}.title`),
      intro: words(`${key}.intro`),
      thanks: words(`${key}.thanks`),
      questions: template.questions.map((question) => fill(key, question)),
    })
  );
}

function fill(key: string, question: TemplateQuestion) {
  const { options, rows, ...rest } = question;
  const named = (ids: readonly string[] | undefined) =>
    ids?.map((id) => ({ id, text: words(`${key}.${question.id}_${id}`) }));
  return {
    ...rest,
    title: words(`${key}.${question.id}`),
    ...(options ? { options: named(options) } : {}),
    ...(rows ? { rows: named(rows) } : {}),
  };
}
