// Whether the engine learns here, from how many decisions, and the button that lets it learn now.
import { Button, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section, Terms } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { getLearningRoute, learnNowRoute, listShopEnginesRoute, setLearningRoute } from '../core/learning.contract.ts';

export function EnginePanel() {
  const { t, i18n } = useTranslation('accuracy');
  const toast = useToast();
  const mayManage = useCan('judgement.rerun');
  const read = useRead(
    getLearningRoute,
    {},
    { on: ['learning.*', 'judgement.corrected'], freshMs: 0, everyMs: 15_000 },
  );
  const refresh = [getLearningRoute, listShopEnginesRoute];
  const set = useVerb(setLearningRoute, { refresh, onProblem: (problem) => toast.problem(problem) });
  const now = useVerb(learnNowRoute, {
    refresh,
    onDone: () => toast.done(t('learn.started')),
    onProblem: (problem) => toast.problem(problem),
  });
  const whole = new Intl.NumberFormat(i18n.language);
  const view = read.data;
  if (read.error && !view) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  return (
    <Section
      title={t('learn.title')}
      sentence={t('learn.sentence')}
      end={
        view && (
          <span className="hy-accuracy-switch">
            {t('learn.on')}
            <Switch
              checked={view.isOn}
              disabled={!mayManage}
              loading={set.isPending}
              aria-label={t('learn.on')}
              onChange={(isOn) => set.mutate({ body: { isOn, selfTraining: view.selfTraining } })}
            />
          </span>
        )
      }
    >
      {!view ? (
        <TextSkeleton lines={4} />
      ) : (
        <>
          <Terms
            rows={[
              {
                term: t('learn.engine'),
                value: (
                  <>
                    <code>{view.engine}</code>{' '}
                    <span className="hy-quiet">
                      {view.active && view.isOn ? t('learn.version', { number: view.active.number }) : t('learn.base')}
                      {view.isHeld && view.isOn && ` · ${t('learn.held')}`}
                    </span>
                    {view.isHeld && view.isOn && mayManage && (
                      <Button
                        type="link"
                        size="small"
                        loading={set.isPending}
                        onClick={() =>
                          set.mutate({ body: { isOn: true, selfTraining: view.selfTraining, isHeld: false } })
                        }
                      >
                        {t('learn.letChoose')}
                      </Button>
                    )}
                  </>
                ),
              },
              {
                term: t('learn.lessons'),
                value: (
                  <span role="status">
                    {t('learn.lessonsText', { count: view.lessons, n: whole.format(view.lessons) })}
                    {view.state === 'asked' && view.isOn
                      ? ` ${t('learn.busy')}`
                      : view.fresh > 0 && ` ${t('learn.fresh', { count: view.fresh, n: whole.format(view.fresh) })}`}
                  </span>
                ),
              },
              {
                term: t('learn.last'),
                value: view.learnedAt ? <RelativeTime at={view.learnedAt} /> : t('learn.never'),
              },
              {
                term: t('learn.night'),
                value: (
                  <span className="hy-accuracy-switch">
                    <Switch
                      size="small"
                      checked={view.selfTraining}
                      disabled={!mayManage || !view.isOn}
                      aria-label={t('learn.night')}
                      onChange={(selfTraining) => set.mutate({ body: { isOn: view.isOn, selfTraining } })}
                    />
                    <span className="hy-quiet">{t('learn.nightText')}</span>
                  </span>
                ),
              },
            ]}
          />
          <p className="hy-accuracy-deeds">
            {mayManage && (
              <Button
                type="primary"
                disabled={!view.isOn || view.lessons === 0}
                loading={now.isPending || (view.state === 'asked' && view.isOn)}
                onClick={() => now.mutate({})}
              >
                {t('learn.now')}
              </Button>
            )}
            <GoLink to="/judging" className="hy-link">
              {t('learn.judging')}
            </GoLink>
            <GoLink to="/accuracy/published" className="hy-link">
              {t('learn.published')}
            </GoLink>
          </p>
        </>
      )}
    </Section>
  );
}
