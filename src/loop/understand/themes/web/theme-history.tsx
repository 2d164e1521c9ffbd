// Who changed what of the taxonomy, newest first.
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../../../kit/route.ts';
import { useRead } from '../../../../ui/client/hooks.ts';
import { joinWords } from '../../../../ui/join-words.ts';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { listThemeChangesRoute } from '../core/theme.contract.ts';
import { movesOf } from './theme-moves.ts';
import { useThemeNames } from './theme-names.part.tsx';

type Change = OkOf<typeof listThemeChangesRoute>['items'][number];

const PAGE = 50;

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
  const nameIn = (side: Record<string, unknown> | null, of: 'zh' | 'en' = language) => {
    const name = side?.[of] ?? side?.zh;
    return typeof name === 'string' ? name : names.name(change.key);
  };
  const other = language === 'en' ? 'zh' : 'en';
  const keywords = Array.isArray(change.after.keywords) ? change.after.keywords.map(String) : [];
  const into = typeof change.after.mergedInto === 'string' ? change.after.mergedInto : '';
  const moves = movesOf(change, language);
  if (moves.length === 0) return <>{nameIn(change.after)}</>;
  const sentences = moves.map((move) =>
    t(`themeChange.${move}`, {
      name: nameIn(change.after),
      before: nameIn(change.before),
      otherName: nameIn(change.after, other),
      otherBefore: nameIn(change.before, other),
      words: joinWords(keywords, language) || t('themeChange.noWords'),
      into: into ? names.name(into) : '',
    }),
  );
  return <>{sentences.join(t('themeChange.and'))}</>;
}
