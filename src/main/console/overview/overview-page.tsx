// What customers say and what is open because of it, on one screen.
import { Overview } from '../../../loop/understand/overview/web/overview.part.tsx';
import { useCan } from '../../../ui/client/session.tsx';
import { CaseStrip } from './case-strip.tsx';

export function OverviewPage() {
  const maySeeCases = useCan('case.read');
  return <Overview before={maySeeCases ? <CaseStrip /> : undefined} />;
}
