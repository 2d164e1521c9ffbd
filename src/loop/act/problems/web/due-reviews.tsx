// What is to be looked at today: fixes whose review day has come.
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { listActionsRoute } from '../core/action-routes.contract.ts';

const SHOWN = 3;

export function DueReviews() {
  const { t } = useTranslation('pageproblems');
  const read = useRead(listActionsRoute, { query: { due: 'true', limit: SHOWN + 1 } }, { on: ['action.*'] });
  const items = read.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div className="hy-problem-due">
      <Icon name="verify" size={16} />
      <strong>{t('due.title')}</strong>
      <ul>
        {items.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <GoLink to={`/effects/${one.id}`} className="hy-link">
              {one.title}
            </GoLink>{' '}
            <span className="hy-faint">#{one.problemNumber}</span>
          </li>
        ))}
        {items.length > SHOWN && <li className="hy-faint">{t('due.more')}</li>}
      </ul>
    </div>
  );
}
