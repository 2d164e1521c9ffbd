// Sites on which the widget stands: one is chosen, its looks and origins changed, tried at once, and its line copied.
import { Button, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../ground/members/web/once.part.tsx';
import { PlainField, StateMark } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { createSiteRoute, listSitesRoute } from '../core/site.contract.ts';
import { SiteForm } from './site-form.tsx';
import { TryButton } from './try-button.tsx';
import './widget.css';

export function WidgetPage() {
  const { t } = useTranslation('widget');
  const mayEdit = useCan('channel.edit');
  const read = useRead(listSitesRoute, {}, { on: ['widget_site.*', 'visitor.spoke'] });
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const sites = read.data?.items ?? [];
  const site = sites.find((one) => one.id === chosen) ?? sites[0];
  const add = mayEdit && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('page.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('page.title')} sentence={t('page.sentence')} action={sites.length > 0 && add} />
      <PageBody>
        {read.error && !read.data && <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />}
        {!read.data && !read.error && <TextSkeleton lines={6} />}
        {read.data && !site && <EmptyPlace title={t('page.empty')} text={t('page.emptyText')} action={add} />}
        {sites.length > 1 && site && (
          <Segmented
            className="widget-sites"
            aria-label={t('page.sites')}
            value={site.id}
            onChange={(id) => setChosen(String(id))}
            options={sites.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        {site && (
          <>
            <Section
              title={t('page.snippet')}
              sentence={t('page.snippetText')}
              end={<TryButton key={`${site.id} ${site.color}`} site={site} />}
            >
              <div className="widget-snippet">
                <code className="hy-code">{snippet(site.key)}</code>
                <CopyButton text={snippet(site.key)} />
              </div>
              <p className="hy-faint">{t('page.policy', { origin: location.origin })}</p>
              <p className="hy-row-line">
                <StateMark tone={site.enabled ? 'good' : 'plain'}>{t(site.enabled ? 'page.on' : 'page.off')}</StateMark>
                {site.lastVoiceAt ? (
                  <span className="hy-quiet">
                    {t('page.last')} <RelativeTime at={site.lastVoiceAt} />
                  </span>
                ) : (
                  <span className="hy-quiet">{t('page.never')}</span>
                )}
              </p>
            </Section>
            <SiteForm key={site.id} site={site} mayEdit={mayEdit} />
          </>
        )}
      </PageBody>
      {adding && (
        <NewSite
          onClose={() => setAdding(false)}
          onMade={(id) => {
            setAdding(false);
            setChosen(id);
          }}
        />
      )}
    </>
  );
}

/** The one line a shop puts into its pages. */
function snippet(key: string): string {
  return `<script src="${location.origin}/widget.js" data-site-key="${key}" defer></script>`;
}

function NewSite({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const { t } = useTranslation('widget');
  const [name, setName] = useState('');
  const [origin, setOrigin] = useState('');
  const [trouble, setTrouble] = useState('');
  const create = useVerb(createSiteRoute, {
    refresh: [listSitesRoute],
    onDone: (site) => onMade(site.id),
    onProblem: (problem) => setTrouble(Object.values(fieldTexts(t, problem))[0] ?? problemText(t, problem)),
  });
  const save = () => {
    setTrouble('');
    if (!name.trim()) return setTrouble(t('form.nameMissing'));
    create.mutate({ body: { name: name.trim(), origins: origin.trim() ? [origin.trim()] : [] } });
  };
  return (
    <Modal
      open
      title={t('page.add')}
      okText={t('form.create')}
      confirmLoading={create.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <form
        className="hy-plain-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <PlainField name={t('form.name')}>
          <Input
            autoFocus
            value={name}
            maxLength={100}
            placeholder={t('form.nameExample')}
            onChange={(event) => setName(event.target.value)}
          />
        </PlainField>
        <PlainField name={t('form.firstOrigin')} note={t('form.originsNote')}>
          <Input
            value={origin}
            maxLength={200}
            placeholder="https://shop.example.com"
            onChange={(event) => setOrigin(event.target.value)}
          />
        </PlainField>
        {trouble && (
          <p role="alert" className="hy-ink-negative">
            {trouble}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}
