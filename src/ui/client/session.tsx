// Who is signed in and what they may do, for every screen that shows or hides a button.
import { createContext, type ReactNode, useContext } from 'react';

/** The part of `GET /api/v1/session` that screens rely on. */
export interface Session {
  member: { id: string; name: string; email: string; role: string };
  workspace: { id: string; name: string };
  permissions: readonly string[];
  locale: string;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of the member who is signed in; only inside the shell. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is for pages inside the shell');
  return session;
}

/** May the member do this? `undefined` permission means everybody. */
export function useCan(permission: string | undefined): boolean {
  const session = useContext(SessionContext);
  return !permission || (session?.permissions.includes(permission) ?? false);
}
