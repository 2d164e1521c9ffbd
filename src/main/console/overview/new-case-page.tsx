// Opens a case by hand from one feedback: its words, a title, a theme, how much it matters; then straight to the case.
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRIORITIES } from '../../../loop/act/cases/core/case.contract.ts';
import { listCasesRoute, openCaseRoute } from '../../../loop/act/cases/core/case-routes.contract.ts';
import { Words } from '../../../loop/understand/judgement/web/words.part.tsx';
import {
  type FeedbackDetail,
  getFeedbackRoute,
  listFeedbackRoute,
} from '../../../loop/understand/search/core/search.contract.ts';
import { leafOptions, useThemeNames } from '../../../loop/understand/themes/web/theme-names.part.tsx';
import { useRead, useVerb } from '../../../ui/client/hooks.ts';
import { problemText } from '../../../ui/client/problem.ts';
import { GoLink, useGo } from '../../../ui/go.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../ui/places.tsx';
import { PageBody, Section } from '../../../ui/section.tsx';
import { PageSkeleton } from '../../../ui/skeletons.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { useFilters } from '../../../ui/use-filters.ts';
import './case-strip.css';

type Priority = (typeof PRIORITIES)[number];

export function NewCasePage() {
  const { t } = useTranslation('pageoverview');
  const id = useFilters().get('feedback');
  const read = useRead(getFeedbackRoute, { params: { id } }, { enabled: id !== '' });
  if (!id)
    return (
      <EmptyPlace
        level={1}
        title={t('newCase.title')}
        text={t('newCase.none')}
        action={
          <GoLink to="/feedback" className="hy-link">
            {t('newCase.pick')}
          </GoLink>
        }
      />
    );
  if (read.error && !read.data) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data?.id !== id) return <PageSkeleton />;
  return <Form feedback={read.data} />;
}

function Form({ feedback }: { feedback: FeedbackDetail }) {
  const { t } = useTranslation(['pageoverview', 'ui']);
  const go = useGo();
  const toast = useToast();
  const names = useThemeNames();
  const [title, setTitle] = useState('');
  const [theme, setTheme] = useState<string | null>(feedback.judgement?.themes[0] ?? null);
  const [priority, setPriority] = useState<Priority | null>(null);
  const open = useVerb(openCaseRoute, {
    refresh: [listCasesRoute, getFeedbackRoute, listFeedbackRoute],
    onDone: (opened) => {
      toast.done(t('newCase.done'));
      go(`/cases/${opened.id}`, undefined, { replace: true });
    },
  });
  const submit = () =>
    open.mutate({
      body: {
        feedbackIds: [feedback.id],
        ...(title.trim() ? { title: title.trim() } : {}),
        ...(theme ? { theme } : {}),
        ...(priority ? { priority } : {}),
      },
    });
  return (
    <>
      <PageHeader
        back={{ to: `/feedback/${feedback.id}`, label: t('newCase.back') }}
        title={t('newCase.title')}
        sentence={t('newCase.sentence')}
      />
      <PageBody>
        <Section title={t('newCase.words')}>
          <form
            className="hy-new-case"
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <blockquote>
              <Words text={feedback.text} judgement={feedback.judgement} lines={8} />
            </blockquote>
            <div className="hy-new-case-field">
              <span aria-hidden>{t('newCase.name')}</span>
              <Input
                value={title}
                maxLength={200}
                aria-label={t('newCase.name')}
                placeholder={t('newCase.nameHint')}
                onChange={(event) => setTitle(event.target.value)}
              />
            </div>
            <div className="hy-new-case-field">
              <span aria-hidden>{t('newCase.theme')}</span>
              <Select<string>
                value={theme}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                aria-label={t('newCase.theme')}
                options={leafOptions(names)}
                onChange={(next) => setTheme(next ?? null)}
              />
            </div>
            <div className="hy-new-case-field">
              <span aria-hidden>{t('newCase.priority')}</span>
              <Select<Priority>
                value={priority}
                allowClear
                aria-label={t('newCase.priority')}
                placeholder={t('newCase.priorityHint')}
                options={PRIORITIES.map((value) => ({ value, label: t(`ui:priority.${value}`) }))}
                onChange={(next) => setPriority(next ?? null)}
              />
            </div>
            {open.error && (
              <p className="hy-ink-negative" role="alert">
                {problemText(t, open.error)}
              </p>
            )}
            <div>
              <Button htmlType="submit" type="primary" loading={open.isPending}>
                {t('newCase.open')}
              </Button>
            </div>
          </form>
        </Section>
      </PageBody>
    </>
  );
}
