// What to do on the first day: three ways in, the likeliest first.
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon, type IconName } from '../../../../ui/icons.tsx';
import { MarkPicture } from '../../../../ui/mark.tsx';

const STEPS: { key: string; to: string; icon: IconName; permission: string }[] = [
  { key: 'import', to: '/imports', icon: 'imports', permission: 'import.run' },
  { key: 'key', to: '/settings/keys', icon: 'key', permission: 'key.edit' },
  { key: 'members', to: '/settings/members', icon: 'members', permission: 'member.edit' },
];

export function FirstSteps() {
  const { t } = useTranslation('pageoverview');
  return (
    <div className="hy-first">
      <MarkPicture />
      <h1>{t('first.title')}</h1>
      <p>{t('first.text')}</p>
      <ol>
        {STEPS.map((step, index) => (
          <Step key={step.key} step={step} isFirst={index === 0} />
        ))}
      </ol>
    </div>
  );
}

function Step({ step, isFirst }: { step: (typeof STEPS)[number]; isFirst: boolean }) {
  const { t } = useTranslation('pageoverview');
  const may = useCan(step.permission);
  if (!may) return null;
  return (
    <li>
      <GoLink to={step.to} className={isFirst ? 'hy-first-step hy-first-next' : 'hy-first-step'}>
        <Icon name={step.icon} size={22} />
        <span>
          <strong>{t(`first.${step.key}`)}</strong>
          <small>{t(`first.${step.key}Text`)}</small>
        </span>
        <Icon name="forward" size={16} />
      </GoLink>
    </li>
  );
}
