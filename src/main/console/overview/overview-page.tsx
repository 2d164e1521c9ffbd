// What customers say, how far their voices have come, and what is open because of them, on one screen.
import { LoopFunnel } from '../../../loop/publish/insight/web/funnel.part.tsx';
import { useWaiting, Waiting } from '../../../loop/publish/insight/web/waiting.part.tsx';
import { EmergingProblems } from '../../../loop/understand/emerging/web/emerging.part.tsx';
import { Overview } from '../../../loop/understand/overview/web/overview.part.tsx';
import { useCan, useSession } from '../../../ui/client/session.tsx';
import { periodOf, todayIn } from '../../../ui/period.ts';
import { useFilters } from '../../../ui/use-filters.ts';
import { useNow } from '../../../ui/use-now.ts';
import { CaseStrip } from './case-strip.tsx';

export function OverviewPage() {
  const maySeeCases = useCan('case.read');
  const { workspace } = useSession();
  const { values } = useFilters();
  const { from, to } = periodOf(values, todayIn(workspace.timeZone, useNow('minute')));
  const waiting = useWaiting();
  return (
    <Overview
      isReading={waiting > 0}
      before={
        <>
          <Waiting waiting={waiting} />
          {maySeeCases && <CaseStrip />}
          <EmergingProblems quiet />
        </>
      }
      after={<LoopFunnel period={{ from, to }} />}
    />
  );
}
