// Binds the routes of the taxonomy.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { dayReader, periodOf, timeZoneOf } from '../../overview/server/door.ts';
import * as contract from '../core/theme.contract.ts';
import { countThemes, listThemeChanges, readTaxonomyVersion, taxonomyOf } from './theme.reads.ts';
import { changeTheme } from './verbs/change-theme.ts';
import { createTheme } from './verbs/create-theme.ts';
import { mergeTheme } from './verbs/merge-theme.ts';
import { unmergeTheme } from './verbs/unmerge-theme.ts';

export function themeRoutes() {
  return [
    on(contract.listThemesRoute, ({ env, query }) =>
      env.db.read(async (tx) => {
        const today = dayReader(await timeZoneOf(tx))(env.now.getTime());
        const period = periodOf(query.from, query.to, today);
        if (!period) return refuse('invalid_period');
        const [version, themes, counts] = await Promise.all([
          readTaxonomyVersion(tx),
          taxonomyOf(tx),
          countThemes(tx, period),
        ]);
        const none = { count: 0, previous: 0, negative: 0, positive: 0 };
        const items = themes.map((theme) => ({
          ...theme,
          counts: theme.parent ? (counts.get(theme.key) ?? none) : null,
        }));
        return ok({ version, from: period.from, to: period.to, items });
      }),
    ),
    on(contract.createThemeRoute, ({ env, body }) => createTheme(env, body)),
    on(contract.changeThemeRoute, ({ env, params, body }) => changeTheme(env, { key: params.key, ...body })),
    on(contract.mergeThemeRoute, ({ env, params, body }) =>
      mergeTheme(env, { key: params.key, intoKey: body.intoKey }),
    ),
    on(contract.unmergeThemeRoute, ({ env, params }) => unmergeTheme(env, { key: params.key })),
    on(contract.listThemeChangesRoute, async ({ env, query }) =>
      ok({ items: await env.db.read((tx) => listThemeChanges(tx, query)) }),
    ),
  ];
}
