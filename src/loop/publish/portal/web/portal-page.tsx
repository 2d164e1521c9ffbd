// Names the public pages, chooses which are shown, and switches all of them on or off.
import { Button, Checkbox, Input, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../ground/members/web/once.part.tsx';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { changePortalRoute, PORTAL_PAGES, type PortalSettings, readPortalRoute } from '../core/portal.contract.ts';
import './portal.css';

export function PortalPage() {
  const { t } = useTranslation('pageportal');
  const read = useRead(readPortalRoute, {}, { on: ['portal.changed'] });
  return (
    <>
      <PageHeader title={t('title')} sentence={t('sentence')} />
      <PageBody>
        {read.error && !read.data && <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />}
        {!read.data && !read.error && <TextSkeleton lines={8} />}
        {read.data && <PortalForm settings={read.data.settings} path={read.data.path} />}
      </PageBody>
    </>
  );
}

function PortalForm({ settings, path }: { settings: PortalSettings; path: string }) {
  const { t } = useTranslation('pageportal');
  const toast = useToast();
  const mayEdit = useCan('channel.edit');
  const [draft, setDraft] = useState(settings);
  const change = useVerb(changePortalRoute, {
    refresh: [readPortalRoute],
    onDone: (saved) => {
      setDraft(saved.settings);
      toast.done(t('saved'));
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const address = location.origin + path;
  const text = (field: 'titleZh' | 'titleEn' | 'welcomeZh' | 'welcomeEn', most: number) => (
    <PlainField name={t(field)}>
      <Input
        value={draft[field]}
        maxLength={most}
        disabled={!mayEdit}
        placeholder={t(`${field}Example`)}
        onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
      />
    </PlainField>
  );
  return (
    <>
      <Section
        title={t('address')}
        sentence={t(settings.enabled ? 'addressOn' : 'addressOff')}
        end={
          <Switch
            checked={settings.enabled}
            disabled={!mayEdit}
            aria-label={t('enabled')}
            onChange={(enabled) => change.mutate({ body: { enabled } })}
          />
        }
      >
        <div className="portal-address">
          <a className="hy-link" href={path} target="_blank" rel="noreferrer">
            {address}
          </a>
          <CopyButton text={address} />
        </div>
      </Section>
      <Section title={t('looks')}>
        <form
          className="hy-plain-form portal-form"
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ body: draft });
          }}
        >
          {text('titleZh', 60)}
          {text('titleEn', 60)}
          {text('welcomeZh', 200)}
          {text('welcomeEn', 200)}
          <fieldset className="portal-pages">
            <legend>{t('pages')}</legend>
            <Checkbox.Group
              value={draft.pages}
              disabled={!mayEdit}
              onChange={(pages) => setDraft({ ...draft, pages: pages as PortalSettings['pages'] })}
              options={PORTAL_PAGES.map((page) => ({ value: page, label: t(`page.${page}`) }))}
            />
          </fieldset>
          {mayEdit && (
            <div className="portal-pages">
              <Button type="primary" htmlType="submit" loading={change.isPending}>
                {t('save')}
              </Button>
            </div>
          )}
        </form>
      </Section>
    </>
  );
}
