// Changes one site: its origins, looks, product and limit.
import { Button, Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { Section } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { changeSiteRoute, listSitesRoute, type SiteView } from '../core/site.contract.ts';

export function SiteForm({ site, mayEdit }: { site: SiteView; mayEdit: boolean }) {
  const { t } = useTranslation('widget');
  const toast = useToast();
  const [draft, setDraft] = useState({ ...site, origins: site.origins.join('\n') });
  const [trouble, setTrouble] = useState('');
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const change = useVerb(changeSiteRoute, {
    refresh: [listSitesRoute],
    onDone: (saved) => {
      setDraft({ ...saved, origins: saved.origins.join('\n') });
      toast.done(t('form.saved'));
    },
    onProblem: (problem) => setTrouble(Object.values(fieldTexts(t, problem))[0] ?? problemText(t, problem)),
  });
  const save = () => {
    setTrouble('');
    const { name, color, greetingZh, greetingEn, perHour } = draft;
    change.mutate({
      params: { id: site.id },
      body: {
        name,
        color,
        greetingZh,
        greetingEn,
        perHour,
        productName: draft.productName || null,
        productSku: draft.productSku || null,
        origins: draft.origins
          .split('\n')
          .map((one) => one.trim())
          .filter(Boolean),
      },
    });
  };
  const text = (field: 'name' | 'greetingZh' | 'greetingEn' | 'productName' | 'productSku', most: number) => (
    <PlainField name={t(`form.${field}`)}>
      <Input
        value={draft[field] ?? ''}
        maxLength={most}
        disabled={!mayEdit}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </PlainField>
  );
  return (
    <Section
      title={t('form.title')}
      end={
        <Switch
          checked={site.enabled}
          disabled={!mayEdit}
          aria-label={t('form.enabled', { name: site.name })}
          onChange={(enabled) => change.mutate({ params: { id: site.id }, body: { enabled } })}
        />
      }
    >
      <form
        className="hy-plain-form widget-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {text('name', 100)}
        <PlainField name={t('form.color')} note={t('form.colorNote')}>
          <input
            type="color"
            className="widget-color"
            value={draft.color}
            disabled={!mayEdit}
            onChange={(event) => set({ color: event.target.value })}
          />
        </PlainField>
        <div className="widget-wide">
          <PlainField name={t('form.origins')} note={t('form.originsNote')}>
            <Input.TextArea
              rows={3}
              value={draft.origins}
              disabled={!mayEdit}
              placeholder="https://shop.example.com"
              onChange={(event) => set({ origins: event.target.value })}
            />
          </PlainField>
        </div>
        {text('greetingZh', 120)}
        {text('greetingEn', 120)}
        {text('productName', 300)}
        {text('productSku', 200)}
        <PlainField name={t('form.perHour')} note={t('form.perHourNote')}>
          <InputNumber
            min={1}
            max={100_000}
            value={draft.perHour}
            disabled={!mayEdit}
            onChange={(value) => set({ perHour: value ?? 600 })}
          />
        </PlainField>
        {trouble && (
          <p role="alert" className="hy-ink-negative widget-wide">
            {trouble}
          </p>
        )}
        {mayEdit && (
          <div className="widget-wide">
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {t('form.save')}
            </Button>
          </div>
        )}
      </form>
    </Section>
  );
}
