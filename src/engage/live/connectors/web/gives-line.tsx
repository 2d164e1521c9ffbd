// Says in one line each what a source gives and what it does not.
import { useTranslation } from 'react-i18next';
import { groupsOf } from './missing-groups.ts';

export function GivesLine({ gives }: { gives: readonly string[] }) {
  const { t } = useTranslation('livesources');
  const { given, missing } = groupsOf(gives);
  const join = (names: readonly string[]) => names.map((name) => t(`group.${name}`)).join(' · ');
  return (
    <dl className="hy-source-gives">
      {given.length > 0 && (
        <div>
          <dt>{t('gives')}</dt>
          <dd>{join(given)}</dd>
        </div>
      )}
      {missing.length > 0 && (
        <div>
          <dt>{t('missing')}</dt>
          <dd>{join(missing)}</dd>
        </div>
      )}
    </dl>
  );
}
