// What else is known of a case: whose it is, where in the house it is, how much work it takes, how it began and ended.
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section, Terms } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { CASE_STAGES, type CaseStage, type CaseView, EFFORTS, type Effort } from '../core/case.contract.ts';
import { isOpen } from '../core/case.status.ts';
import { changeDetailsRoute, moveStageRoute, setEffortRoute } from '../core/case-routes.contract.ts';
import { CASE_READS } from './deed.part.tsx';
import { useThemeNames } from './names.part.tsx';
import type { CaseLink } from './person-card.part.tsx';
import { useCaseActions } from './use-case-actions.ts';

const WHY_OPENED = ['urgent', 'low_rating', 'complaint', 'manual'];

export function CaseFacts({ view, caseLink, onAssign }: { view: CaseView; caseLink: CaseLink; onAssign: () => void }) {
  const { t } = useTranslation('deskcases');
  const toast = useToast();
  const { themeName, themes } = useThemeNames();
  const actions = useCaseActions(view);
  const mayWork = useCan('case.work') && !view.mergedIntoId && view.status !== 'closed';
  const save = { refresh: CASE_READS, onProblem: (problem: Problem) => toast.problem(problem) };
  const stage = useVerb(moveStageRoute, save);
  const effort = useVerb(setEffortRoute, save);
  const details = useVerb(changeDetailsRoute, save);
  const params = { id: view.id };
  const owner = view.owner?.name ?? t('nobody');
  const rows = [
    {
      term: t('fact.owner'),
      value: mayWork ? (
        <Button size="small" type="text" className="desk-fact-button" onClick={onAssign}>
          {owner}
          {view.team && ` · ${view.team.name}`}
        </Button>
      ) : (
        owner
      ),
    },
    {
      term: t('fact.stage'),
      value:
        mayWork && isOpen(view.status) ? (
          <Select
            size="small"
            variant="borderless"
            className="desk-fact-select"
            aria-label={t('fact.stage')}
            value={view.stage}
            loading={stage.isPending}
            options={CASE_STAGES.map((value) => ({ value, label: t(`clocks:stage.${value}`) }))}
            onChange={(value: CaseStage) => stage.mutate({ params, body: { stage: value } })}
          />
        ) : (
          t(`clocks:stage.${view.stage}`)
        ),
    },
    {
      term: t('fact.theme'),
      value: mayWork ? (
        <Select
          size="small"
          variant="borderless"
          className="desk-fact-select"
          aria-label={t('fact.theme')}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          placeholder={t('fact.none')}
          value={view.theme}
          loading={details.isPending}
          options={
            view.theme && !themes.some((one) => one.value === view.theme)
              ? [{ value: view.theme, label: themeName(view.theme) }, ...themes]
              : themes
          }
          onChange={(theme: string) => details.mutate({ params, body: { theme } })}
        />
      ) : view.theme ? (
        themeName(view.theme)
      ) : (
        '–'
      ),
    },
    {
      term: t('fact.effort'),
      value: mayWork ? (
        <Select
          size="small"
          variant="borderless"
          className="desk-fact-select"
          aria-label={t('fact.effort')}
          allowClear
          placeholder={t('fact.effortUnknown')}
          value={view.effort}
          loading={effort.isPending}
          options={EFFORTS.map((value) => ({ value, label: t(`cases:effort.${value}`) }))}
          onChange={(value: Effort | undefined) => effort.mutate({ params, body: { effort: value ?? null } })}
        />
      ) : view.effort ? (
        t(`cases:effort.${view.effort}`)
      ) : (
        '–'
      ),
    },
    { term: t('fact.product'), value: view.product?.name ?? '–' },
    { term: t('fact.channel'), value: view.channel ? t(`channel.${view.channel}`) : '–' },
    {
      term: t('fact.opened'),
      value: (
        <>
          <RelativeTime at={view.openedAt} />{' '}
          <span className="hy-faint">
            {t(WHY_OPENED.includes(view.openedBy) ? `cases:openedBy.${view.openedBy}` : 'cases:openedBy.rule')}
          </span>
        </>
      ),
    },
    ...(view.reopenedCount > 0
      ? [{ term: t('fact.reopened'), value: t('fact.times', { count: view.reopenedCount }) }]
      : []),
    ...(view.resolution
      ? [
          {
            term: t('fact.resolution'),
            value: (
              <>
                {t(`cases:resolution.${view.resolution}`)}
                {view.resolutionNote && <div className="hy-quiet">{view.resolutionNote}</div>}
              </>
            ),
          },
        ]
      : []),
    ...Object.entries(view.fields).map(([term, value]) => ({ term, value: String(value ?? '–') })),
  ];
  return (
    <Section title={t('fact.title')}>
      <Terms rows={rows} />
      {view.merged.length > 0 && (
        <>
          <h3 className="desk-small-title">{t('merge.from')}</h3>
          <ul className="desk-cases">
            {view.merged.map((one) => (
              <li key={one.id}>
                <GoLink {...caseLink(one.id)} className="hy-one-line">
                  #{one.number} {one.title}
                </GoLink>
                {mayWork && (
                  <Button size="small" type="text" onClick={() => actions.unmerge(one.id)}>
                    {t('merge.undo')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
