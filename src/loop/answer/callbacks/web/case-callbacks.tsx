// Call-backs about a case, in its right pane, and the button that plans one.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { caseCallbacksRoute, planCallbackRoute } from '../core/callback-routes.contract.ts';
import { CallDrawer } from './call-drawer.tsx';
import './callbacks.css';

export function CaseCallbacks({ caseId }: { caseId: string }) {
  const { t } = useTranslation('callbacks');
  const toast = useToast();
  const mayWork = useCan('callback.work');
  const [openId, setOpenId] = useState<string | null>(null);
  const read = useRead(caseCallbacksRoute, { params: { id: caseId } }, { on: ['callback.*', 'case.*'] });
  const plan = useVerb(planCallbackRoute, {
    refresh: [caseCallbacksRoute],
    onDone: () => toast.done(t('nowPlanned')),
    onProblem: (problem) => toast.problem(problem),
  });
  const items = read.data?.items ?? [];
  if (items.length === 0 && !mayWork) return null;
  return (
    <Section
      title={t('title')}
      end={
        mayWork && (
          <Button
            size="small"
            type="text"
            loading={plan.isPending}
            onClick={() => plan.mutate({ params: { id: caseId }, body: {} })}
          >
            {t('plan')}
          </Button>
        )
      }
    >
      {items.length === 0 && <p className="hy-faint cbk-none">{t('noneHere')}</p>}
      <ul className="cbk-list cbk-list-in">
        {items.map((one) => (
          <li key={one.id}>
            <button type="button" className="cbk-row" onClick={() => setOpenId(one.id)}>
              <span>
                {one.person?.name ?? t('unnamed')} · {t(`reason.${one.reason}`)}
              </span>
              <span className={one.late ? 'cbk-late' : 'hy-quiet'}>
                {one.state === 'open' ? (
                  <>
                    {t(one.late ? 'late' : 'next')} <RelativeTime at={one.nextAt} />
                  </>
                ) : (
                  t(one.outcome ? `outcome.${one.outcome}` : 'state.dropped')
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {openId && <CallDrawer id={openId} onClose={() => setOpenId(null)} />}
    </Section>
  );
}
