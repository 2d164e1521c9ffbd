// Names for the ids that cases, events and filters carry: members, teams and themes, read once and kept.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listMembersRoute } from '../../../../ground/members/core/member.contract.ts';
import { roleHas } from '../../../../ground/members/core/permission.contract.ts';
import { listTeamsRoute, type TeamView } from '../../../../ground/teams/core/team.contract.ts';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { listThemesRoute } from '../../../understand/themes/core/theme.contract.ts';

const KEPT_MS = 300_000;

export interface StaffName {
  id: string;
  name: string;
  available: boolean;
  /** may own cases */
  works: boolean;
  /** may open a case, so that a mention leads him somewhere */
  reads: boolean;
}
export interface Staff {
  members: StaffName[];
  teams: TeamView[];
  /** name of a member or team; null when the reader may not see them or they left */
  nameOf: (id: string | null | undefined) => string | null;
}

/** Members who may work and teams, for choosing from and for naming. */
export function useStaff(): Staff {
  const members = useRead(
    listMembersRoute,
    { query: { limit: 200 } },
    { enabled: useCan('member.read'), freshMs: KEPT_MS },
  );
  const teams = useRead(listTeamsRoute, {}, { enabled: useCan('team.read'), freshMs: KEPT_MS });
  return useMemo(() => {
    const all = members.data?.items ?? [];
    const groups = teams.data?.items ?? [];
    const names = new Map([...all, ...groups].map((one) => [one.id, one.name]));
    return {
      members: all
        .filter((one) => one.state === 'active')
        .map(({ id, name, available, role }) => ({
          id,
          name,
          available,
          works: roleHas(role, 'case.work'),
          reads: roleHas(role, 'case.read'),
        })),
      teams: groups,
      nameOf: (id) => (id ? (names.get(id) ?? null) : null),
    };
  }, [members.data, teams.data]);
}

export interface ThemeName {
  value: string;
  label: string;
}

/** Names of themes in the reader's language: the workspace's own first, then what the engine calls them. */
export function useThemeNames(): { themeName: (key: string) => string; themes: ThemeName[] } {
  const { t, i18n } = useTranslation();
  const read = useRead(listThemesRoute, {}, { freshMs: KEPT_MS, enabled: useCan('theme.read') });
  return useMemo(() => {
    const items = read.data?.items ?? [];
    const own = new Map(items.map((one) => [one.key, i18n.language === 'en' ? one.en : one.zh]));
    return {
      themeName: (key) => own.get(key) ?? t(`text:themes.${key}`, { defaultValue: key }),
      themes: items
        .filter((one) => one.parent && one.enabled && !one.mergedInto)
        .map((one) => ({ value: one.key, label: i18n.language === 'en' ? one.en : one.zh })),
    };
  }, [read.data, i18n.language, t]);
}
