// The workspace itself: its name, language and time zone.
import { Button, Input, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useRead, useVerb } from '../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../ui/client/problem.ts';
import { useCan } from '../../../ui/client/session.tsx';
import { GoLink } from '../../../ui/go.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../ui/places.tsx';
import { PageBody, Section } from '../../../ui/section.tsx';
import { PageSkeleton } from '../../../ui/skeletons.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import {
  changeWorkspaceRoute,
  readSessionRoute,
  readWorkspaceRoute,
  type workspaceView,
} from '../core/member.contract.ts';
import { PlainField } from './settings-parts.part.tsx';

type Workspace = z.output<typeof workspaceView>;

export function WorkspacePage() {
  const { t } = useTranslation('pagesettings');
  const read = useRead(readWorkspaceRoute, {}, { on: ['workspace.*'] });
  if (read.error) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={t('workspace.title')} sentence={t('workspace.sentence')} />
      <PageBody>
        <WorkspaceForm start={read.data} />
      </PageBody>
    </>
  );
}

function WorkspaceForm({ start }: { start: Workspace }) {
  const { t } = useTranslation('pagesettings');
  const toast = useToast();
  const mayRules = useCan('rule.read');
  const [draft, setDraft] = useState(start);
  useEffect(() => setDraft(start), [start]);
  const zones = useMemo(() => {
    const near = [start.timeZone, 'Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'UTC'];
    return [...new Set([...near, ...Intl.supportedValuesOf('timeZone')])].map((value) => ({ value, label: value }));
  }, [start.timeZone]);
  const save = useVerb(changeWorkspaceRoute, {
    refresh: [readWorkspaceRoute, readSessionRoute],
    onDone: () => toast.done(t('workspace.saved')),
  });
  const texts = save.error ? fieldTexts(t, save.error) : {};
  const isDirty = JSON.stringify(draft) !== JSON.stringify(start);
  const submit = () =>
    save.mutate({
      body: { name: draft.name, locale: draft.locale, timeZone: draft.timeZone },
    });
  return (
    <Section title={t('workspace.what')}>
      <form
        className="hy-plain-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <PlainField
          name={t('workspace.name')}
          note={t('workspace.nameNote')}
          {...(texts.name ? { trouble: texts.name } : {})}
        >
          <Input
            value={draft.name}
            maxLength={100}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        </PlainField>
        <PlainField name={t('workspace.language')} note={t('workspace.languageNote')} group>
          <Select
            aria-label={t('workspace.language')}
            value={draft.locale}
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(locale: Workspace['locale']) => setDraft({ ...draft, locale })}
          />
        </PlainField>
        <PlainField name={t('workspace.zone')} note={t('workspace.zoneNote')} group>
          <Select
            aria-label={t('workspace.zone')}
            showSearch
            value={draft.timeZone}
            options={zones}
            onChange={(timeZone: string) => setDraft({ ...draft, timeZone })}
          />
        </PlainField>
        {mayRules && (
          <p className="hy-quiet" style={{ margin: 0 }}>
            {t('workspace.age')}{' '}
            <GoLink to="/rules" className="hy-link">
              {t('workspace.ageLink')}
            </GoLink>
          </p>
        )}
        {save.error && (
          <p role="alert" className="hy-ink-negative" style={{ margin: 0 }}>
            {problemText(t, save.error)}
          </p>
        )}
        <div>
          <Button type="primary" htmlType="submit" disabled={!isDirty} loading={save.isPending}>
            {t('workspace.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
