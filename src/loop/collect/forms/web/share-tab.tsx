// The address of a questionnaire, its QR code with the place it hangs at, and the lines that put it into a page.
import { Input, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../ground/members/web/once.part.tsx';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { fillPath } from '../../../../kit/route.ts';
import { useRead } from '../../../../ui/client/hooks.ts';
import { Icon } from '../../../../ui/icons.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { Section } from '../../../../ui/section.tsx';
import type { FormContext } from '../core/form.contract.ts';
import { printFormRoute, shareFormRoute } from '../core/form-use.contract.ts';
import type { PartProps } from './use-form-draft.ts';

const FIELDS = ['place', 'product', 'sku', 'batch', 'orderNo'] as const;

export function ShareTab({ form }: PartProps) {
  const { t } = useTranslation('pageforms');
  const [typed, setTyped] = useState<FormContext>({});
  const [size, setSize] = useState<'counter' | 'card'>('counter');
  const filled = Object.fromEntries(
    Object.entries(typed).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])),
  );
  const body = useDeferredValue(JSON.stringify(filled));
  const read = useRead(shareFormRoute, { params: { id: form.id }, body: JSON.parse(body) as FormContext });
  const link = useRead(shareFormRoute, { params: { id: form.id }, body: {} });
  if (read.error) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  const print = `${fillPath(printFormRoute.path, { id: form.id })}?${new URLSearchParams({ ...(filled as Record<string, string>), size })}`;
  const picture = read.data
    ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withNamespace(read.data.svg))}`
    : '';
  return (
    <div className="fm-columns">
      <Section title={t('share.link')} sentence={t(form.state === 'open' ? 'share.linkNote' : 'share.notOpen')}>
        <div className="fm-copy">
          <code className="hy-code">{link.data?.url ?? ''}</code>
          <CopyButton text={link.data?.url ?? ''} />
        </div>
        <h3 className="fm-h3">{t('share.embed')}</h3>
        <p className="hy-quiet fm-note">
          {t(form.settings.origins.length > 0 ? 'share.embedNote' : 'share.embedNone')}
        </p>
        <div className="fm-copy">
          <code className="hy-code">{link.data?.embed ?? ''}</code>
          <CopyButton text={link.data?.embed ?? ''} />
        </div>
      </Section>
      <Section title={t('share.qr')} sentence={t('share.qrNote')}>
        <div className="fm-qr">
          <div className="fm-qr-picture">
            {picture && <img src={picture} alt={t('share.qrAlt', { name: form.name })} />}
          </div>
          <div className="fm-fields">
            {FIELDS.map((field) => (
              <PlainField key={field} name={t(`share.${field}`)}>
                <Input
                  value={typed[field] ?? ''}
                  maxLength={60}
                  placeholder={t(`share.${field}Example`)}
                  onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
                />
              </PlainField>
            ))}
            <Segmented
              aria-label={t('share.size')}
              value={size}
              options={(['counter', 'card'] as const).map((value) => ({ value, label: t(`share.${value}`) }))}
              onChange={(value) => setSize(value)}
            />
            <div className="fm-line">
              <a className="hy-link" href={print} target="_blank" rel="noreferrer">
                {t('share.print')}
              </a>
              <a className="hy-link" href={picture} download={`${form.name}.svg`}>
                <Icon name="download" size={14} /> {t('share.svg')}
              </a>
            </div>
          </div>
        </div>
      </Section>
    </div>
  );
}

/** As a picture of its own an SVG must say what it is. */
function withNamespace(svg: string): string {
  return svg.includes('xmlns=') ? svg : svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
}
