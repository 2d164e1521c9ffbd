// Opens the real widget over the console, as customers see it; nothing is sent from here.
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../core/site.contract.ts';

interface WidgetElement extends HTMLElement {
  show(): void;
}

/** Loads the script once, as a shop's page would. */
function loadWidget(): Promise<void> {
  if (customElements.get('huiyin-feedback')) return Promise.resolve();
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = '/widget.js';
    script.onload = () => done();
    script.onerror = () => failed(new Error('no widget'));
    document.head.append(script);
  });
}

export function TryButton({ site }: { site: SiteView }) {
  const { t, i18n } = useTranslation('widget');
  const [missing, setMissing] = useState(false);
  const shown = useRef<HTMLElement | null>(null);
  useEffect(() => () => shown.current?.remove(), []);
  const open = async () => {
    try {
      await loadWidget();
    } catch {
      return setMissing(true);
    }
    shown.current?.remove();
    const element = document.createElement('huiyin-feedback') as WidgetElement;
    for (const [name, value] of Object.entries({
      'site-key': site.key,
      lang: i18n.language,
      preview: '',
      'hidden-opener': '',
    }))
      element.setAttribute(name, value);
    document.body.append(element);
    shown.current = element;
    element.show();
  };
  return (
    <span className="hy-row-line">
      {missing && <span className="hy-ink-negative">{t('page.missing')}</span>}
      <span className="widget-dot" style={{ background: site.color }} aria-hidden />
      <Button disabled={!site.enabled} onClick={() => void open()}>
        {t('page.try')}
      </Button>
    </span>
  );
}
