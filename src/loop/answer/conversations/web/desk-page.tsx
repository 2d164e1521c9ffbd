// Where an agent works all day: the list, the case with its words and answers, and the person with the clocks.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../ui/client/call.ts';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCommandSearch } from '../../../../ui/command-palette.tsx';
import { useGo, usePathParam } from '../../../../ui/go.tsx';
import { ThreePane } from '../../../../ui/three-pane.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useNarrow } from '../../../../ui/use-narrow.ts';
import { getCaseRoute, listCasesRoute } from '../../../act/cases/core/case-routes.contract.ts';
import type { DeedCase, DeedKind } from '../../../act/cases/web/deed.part.tsx';
import { DeedDialogs } from '../../../act/cases/web/deed-dialogs.part.tsx';
import { InboxList } from '../../../act/cases/web/inbox-list.part.tsx';
import { ResolveDialog } from '../../notices/web/resolve-dialog.part.tsx';
import { CaseAside } from './case-aside.tsx';
import { CasePane } from './case-pane.tsx';
import './desk.css';

const LIVE = ['case.*', 'clock.*', 'reply.sent', 'message.received', 'judgement.corrected'];

export function DeskPage() {
  const { t } = useTranslation('deskcases');
  const go = useGo();
  const filters = useFilters();
  const isPhone = useNarrow();
  const pathId = usePathParam('caseId');
  const openId = pathId || filters.get('case');
  const [deed, setDeed] = useState<{ kind: DeedKind; cases: DeedCase[] } | null>(null);
  const [inList, setInList] = useState(false);
  const [reporter, setReporter] = useState<{ caseId: string; key: string } | null>(null);
  const read = useRead(getCaseRoute, { params: { id: openId } }, { enabled: openId !== '', on: LIVE, everyMs: 60_000 });
  const { case: _case, ...listed } = filters.values;
  // From the inbox a case opens beside its list, at a case's own address at the next one's.
  const linkOf = (id: string) =>
    pathId ? { to: `/cases/${id}`, search: listed } : { to: '/cases', search: { ...listed, case: id } };
  const open = (id: string, replace = false) => {
    const link = linkOf(id);
    go(link.to, link.search, { replace });
  };
  useCommandSearch(async (text, signal) => {
    const query = { q: text, limit: 8, snoozed: 'show' as const, sort: 'newest' as const };
    const { items } = await call(listCasesRoute, { query }, { signal });
    return items.map((row) => ({
      id: row.id,
      label: `#${row.number} ${row.title}`,
      group: t('inbox.title'),
      hint: row.person?.name ?? '',
      icon: 'inbox' as const,
      run: () => open(row.id),
    }));
  });
  const view = read.data?.id === openId ? read.data : undefined;
  const onDeed = (kind: DeedKind, cases: DeedCase[]) => setDeed({ kind, cases });
  const close = () => setDeed(null);
  const chosen = reporter?.caseId === openId ? reporter.key : undefined;
  return (
    <div className={openId ? 'desk' : 'desk desk-closed'}>
      <ThreePane
        names={{ list: t('inbox.title'), main: t('case.title'), aside: t('case.aside') }}
        open={openId !== ''}
        onBack={() => go('/cases', listed)}
        list={
          <InboxList
            openId={openId || undefined}
            beside={openId !== ''}
            onOpen={(row) => open(row.id)}
            onWalk={(row) => openId && !isPhone && open(row.id, true)}
            onDeed={onDeed}
            onHasOpen={setInList}
          />
        }
        main={
          openId ? (
            <CasePane
              key={openId}
              id={openId}
              view={view}
              error={read.error}
              onRetry={() => void read.refetch()}
              caseLink={linkOf}
              reporter={chosen}
              onReporter={(key) => setReporter({ caseId: openId, key })}
              onDeed={(kind) => view && onDeed(kind, [view])}
              ownKeys={isPhone || !inList}
            />
          ) : null
        }
        {...(view
          ? {
              aside: (
                <CaseAside
                  key={view.id}
                  view={view}
                  caseLink={linkOf}
                  reporter={chosen}
                  onAssign={() => onDeed('assign', [view])}
                />
              ),
            }
          : {})}
      />
      {deed?.kind === 'resolve' && <ResolveDialog cases={deed.cases} onClose={close} />}
      {deed && deed.kind !== 'resolve' && <DeedDialogs kind={deed.kind} cases={deed.cases} onClose={close} />}
    </div>
  );
}
