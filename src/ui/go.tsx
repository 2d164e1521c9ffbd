// Moving between pages: thin wrappers over the router, so that features know addresses and not the router.
import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Query part of an address; every value is a plain text, lists are joined with commas. */
export type Search = Record<string, string | undefined>;

/** A link inside the console. `to` is the finished path, for example `/cases/case_01…`. */
export function GoLink(props: {
  to: string;
  search?: Search;
  className?: string;
  title?: string;
  'aria-label'?: string;
  onClick?: () => void;
  children: ReactNode;
}) {
  const { to, search, ...rest } = props;
  return <Link to={to} search={(search ?? {}) as never} {...rest} />;
}

/** `const go = useGo(); go('/cases/…', {view: 'mine'})`. With `replace` the back button skips the place left. */
export function useGo(): (to: string, search?: Search, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return (to, search, options) =>
    void navigate({ to, search: (search ?? {}) as never, replace: options?.replace ?? false });
}

/** A `$name` part of the page's path; empty when the page has none. */
export function usePathParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>;
  return params[name] ?? '';
}

/** The present path without its query. */
export function usePath(): string {
  return useLocation({ select: (location) => location.pathname });
}
