// Who is signed in and what they may do, for every screen that shows or hides a button.
import { createContext, type ReactNode, useContext } from 'react';

/** The part of `GET /api/v1/session` that screens rely on. */
export interface Session {
  member: { id: string; name: string; email: string | null; role: string; locale: string };
  workspace: { id: string; slug: string; name: string; locale: string; timeZone: string };
  permissions: readonly string[];
  /** whether letters leave by a mail server or are kept to be read in the console */
  mail: 'sent' | 'kept';
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
