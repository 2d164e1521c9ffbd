// Says on every page of the demo shop that it is one, and removes it with one click.
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../ui/client/hooks.ts';
import { useSession } from '../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { readDemoRoute, removeDemoRoute } from '../../demo/demo.contract.ts';

/** The workspace every demo shop lives in; a shop of somebody's own is never called that. */
const SLUG = 'demo';

export function DemoBanner() {
  const { workspace } = useSession();
  return workspace.slug === SLUG ? <InsideBanner /> : null;
}

function InsideBanner() {
  const { t } = useTranslation('demo');
  const toast = useToast();
  const demo = useRead(readDemoRoute, {}, { freshMs: 600_000 });
  const remove = useVerb(removeDemoRoute, {
    onDone: ({ next }) => window.location.assign(next),
    onProblem: (problem) => toast.problem(problem),
  });
  if (!demo.data?.inside) return null;
  return (
    <div className="hy-banner hy-demo-banner" role="note">
      <Icon name="info" size={16} />
      <span className="hy-grow">{t('banner.text')}</span>
      {demo.data.allowed && (
        <ConfirmButton
          size="small"
          question={t('banner.question')}
          detail={t('banner.detail')}
          deed={t('banner.remove')}
          loading={remove.isPending}
          onConfirm={() => remove.mutate({})}
        >
          {t(remove.isPending ? 'banner.removing' : 'banner.remove')}
        </ConfirmButton>
      )}
    </div>
  );
}
