// The bare address leads to the first room this member may enter.
import { Navigate } from '@tanstack/react-router';
import { useSession } from '../../ui/client/session.tsx';
import { NoAccessPage } from './not-found-page.tsx';
import { railPages } from './pages.ts';

export function FirstPage() {
  const { permissions } = useSession();
  const first = railPages.find((page) => !page.permission || permissions.includes(page.permission));
  return first ? <Navigate to={first.path} replace /> : <NoAccessPage />;
}
