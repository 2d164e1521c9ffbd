// Who changed what of the taxonomy, newest first.
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../../../kit/route.ts';
import { useRead } from '../../../../ui/client/hooks.ts';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { listThemeChangesRoute } from '../core/theme.contract.ts';
import { useThemeNames } from './theme-names.part.tsx';

type Change = OkOf<typeof listThemeChangesRoute>['items'][number];

const PAGE = 50;
const KNOWN = ['added', 'renamed', 'keywords', 'enabled', 'disabled', 'merged', 'unmerged'];

export function ThemeHistory({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('pageunderstand');
  const [limit, setLimit] = useState(PAGE);
  const read = useRead(listThemeChangesRoute, { query: { limit } }, { enabled: open, on: ['taxonomy.changed'] });
  const items = read.data?.items;
  return (
    <Drawer open={open} onClose={onClose} title={t('themes.history')} size="min(440px, 100vw)">
      {read.error && !items && <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />}
      {!items && !read.error && <TextSkeleton lines={6} />}
      {items?.length === 0 && <EmptyPlace title={t('themeChange.empty')} />}
      {items && items.length > 0 && (
        <ol className="hy-theme-changes">
          {items.map((change) => (
            <li key={change.version}>
              <span>
                <strong>{change.byName}</strong> <Words change={change} />
              </span>
              <small>
                <RelativeTime at={change.at} />
              </small>
            </li>
          ))}
        </ol>
      )}
      {items && items.length >= limit && limit < 200 && (
        <Button onClick={() => setLimit(200)} loading={read.isFetching}>
          {t('themeChange.more')}
        </Button>
      )}
    </Drawer>
  );
}

function Words({ change }: { change: Change }) {
  const { t, i18n } = useTranslation('pageunderstand');
  const names = useThemeNames();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const nameIn = (side: Record<string, unknown> | null) => {
    const name = side?.[language] ?? side?.zh;
    return typeof name === 'string' ? name : names.name(change.key);
  };
  const keywords = Array.isArray(change.after.keywords) ? change.after.keywords.map(String) : [];
  const into = typeof change.after.mergedInto === 'string' ? change.after.mergedInto : '';
  if (!KNOWN.includes(change.change)) return <>{nameIn(change.after)}</>;
  return (
    <>
      {t(`themeChange.${change.change}`, {
        name: nameIn(change.after),
        before: nameIn(change.before),
        words: keywords.join('、') || t('themeChange.noWords'),
        into: into ? names.name(into) : '',
      })}
    </>
  );
}
