// Leaves the house: the session ends there first, then everything this browser knew is forgotten.
import { hashKey, type QueryClient } from '@tanstack/react-query';
import { readSessionRoute, signOutRoute } from '../../ground/members/core/member.contract.ts';
import { call } from '../../ui/client/call.ts';
import { keyOf } from '../../ui/client/hooks.ts';

export async function signOut(client: QueryClient): Promise<void> {
  await call(signOutRoute).catch(() => undefined);
  const session = keyOf(readSessionRoute, {});
  // Clearing everything would leave the screen watching an answer that nobody changes any more.
  client.setQueryData(session, null);
  client.removeQueries({ predicate: (query) => hashKey(query.queryKey) !== hashKey(session) });
}
