// Opens a problem, or puts what was chosen under one that is already there; what was chosen stands in the address.
import { Input, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { useGo } from '../../../../ui/go.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useStaff, useThemeNames } from '../../cases/web/names.part.tsx';
import { ProductPicker, ThemePicker } from '../../clocks/web/condition-pickers.part.tsx';
import { Field } from '../../clocks/web/form-parts.part.tsx';
import { addProblemCasesRoute, listProblemsRoute, openProblemRoute } from '../core/problem-routes.contract.ts';
import { SEVERITIES, type Severity } from '../core/problem-words.contract.ts';

const LIVE_STATES = ['open', 'analysing', 'acting', 'watching'] as const;

export function OpenProblemDialog() {
  const { t } = useTranslation('pageproblems');
  const go = useGo();
  const toast = useToast();
  const filters = useFilters();
  const staff = useStaff();
  const { themeName } = useThemeNames();
  const caseIds = filters.list('cases').slice(0, 200);
  const feedbackIds = filters.list('feedback').slice(0, 200);
  const chosen = caseIds.length + feedbackIds.length;
  const theme = filters.get('about');
  const [way, setWay] = useState<'new' | 'existing'>('new');
  const [title, setTitle] = useState(filters.get('title') || (theme ? themeName(theme) : ''));
  const [severity, setSeverity] = useState<Severity>('medium');
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [themes, setThemes] = useState<string[]>(theme ? [theme] : []);
  const [productIds, setProductIds] = useState<string[]>(filters.list('product'));
  const [problemId, setProblemId] = useState<string>();
  const close = () => filters.clear(['new', 'cases', 'feedback', 'about', 'title', 'product']);
  const open = useVerb(openProblemRoute, {
    refresh: [listProblemsRoute],
    onDone: (made) => {
      toast.done(t('done.opened', { number: made.number }));
      go(`/problems/${made.id}`, {}, { replace: true });
    },
  });
  const add = useVerb(addProblemCasesRoute, {
    refresh: [listProblemsRoute],
    onDone: (made) => {
      toast.done(t('done.added', { number: made.number }));
      go(`/problems/${made.id}`, {}, { replace: true });
    },
  });
  const verb = way === 'new' ? open : add;
  const texts = verb.error ? fieldTexts(t, verb.error) : {};
  const trouble = verb.error && (Object.values(texts)[0] ?? problemText(t, verb.error));
  const save = () =>
    way === 'new'
      ? open.mutate({ body: { title, severity, ownerId, themes, productIds, caseIds, feedbackIds } })
      : problemId && add.mutate({ params: { id: problemId }, body: { caseIds, feedbackIds } });
  return (
    <Modal
      open
      title={chosen > 0 ? t('open.chosen', { count: chosen }) : t('open.title')}
      okText={t(way === 'new' ? 'open.deed' : 'open.addDeed')}
      okButtonProps={{ disabled: way === 'new' ? title.trim() === '' : !problemId, loading: verb.isPending }}
      cancelText={t('cancel')}
      onOk={save}
      onCancel={close}
    >
      <div className="hy-problem-form">
        {chosen > 0 && (
          <Segmented
            block
            aria-label={t('open.way')}
            value={way}
            options={[
              { value: 'new', label: t('open.new') },
              { value: 'existing', label: t('open.existing') },
            ]}
            onChange={(value) => setWay(value as 'new' | 'existing')}
          />
        )}
        {way === 'existing' ? (
          <ExistingProblem value={problemId} onChange={setProblemId} />
        ) : (
          <>
            <Field name={t('field.title')} note={t('open.titleNote')}>
              <Input autoFocus maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
            </Field>
            <div className="hy-fields">
              <Field name={t('field.severity')} as="div">
                <Select
                  aria-label={t('field.severity')}
                  value={severity}
                  options={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
                  onChange={setSeverity}
                />
              </Field>
              <Field name={t('field.owner')} as="div">
                <Select
                  allowClear
                  aria-label={t('field.owner')}
                  placeholder={t('owner.none')}
                  value={ownerId}
                  options={staff.members.map((one) => ({ value: one.id, label: one.name }))}
                  onChange={(value?: string) => setOwnerId(value ?? null)}
                />
              </Field>
            </div>
            <Field name={t('field.theme')} note={t('open.themeNote')} as="div">
              <ThemePicker label={t('field.theme')} value={themes} onChange={(next) => setThemes(next ?? [])} />
            </Field>
            <Field name={t('field.product')} as="div">
              <ProductPicker
                label={t('field.product')}
                value={productIds}
                onChange={(next) => setProductIds(next ?? [])}
              />
            </Field>
          </>
        )}
        {trouble && (
          <p role="alert" className="hy-ink-negative">
            {trouble}
          </p>
        )}
      </div>
    </Modal>
  );
}

function ExistingProblem(props: { value: string | undefined; onChange: (id: string) => void }) {
  const { t } = useTranslation('pageproblems');
  const [q, setQ] = useState('');
  const found = useRead(listProblemsRoute, { query: { state: [...LIVE_STATES], limit: 30, ...(q ? { q } : {}) } });
  return (
    <Field name={t('open.which')} as="div">
      <Select
        aria-label={t('open.which')}
        placeholder={t('find')}
        showSearch={{ filterOption: false, onSearch: setQ }}
        value={props.value}
        options={(found.data?.items ?? []).map((one) => ({ value: one.id, label: `#${one.number} ${one.title}` }))}
        onChange={props.onChange}
      />
    </Field>
  );
}
