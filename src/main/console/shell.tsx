// The frame of every signed-in page: who is here, where one can go, what is out of date; or the door, when nobody is.
import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { readSessionRoute } from '../../ground/members/core/member.contract.ts';
import { onSignedOut } from '../../ui/client/call.ts';
import { keyOf, useRead } from '../../ui/client/hooks.ts';
import { useLiveStream } from '../../ui/client/live.tsx';
import { asProblem } from '../../ui/client/problem.ts';
import { type Session, SessionProvider, useSession } from '../../ui/client/session.tsx';
import { PaletteProvider } from '../../ui/command-palette.tsx';
import { KeyHelp } from '../../ui/key-help.tsx';
import { ErrorPlace } from '../../ui/places.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { Banner } from './banner.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { DemoBanner } from './demo/demo-banner.tsx';
import { Header } from './header.tsx';
import { chosenLanguage, speak } from './language.ts';
import { Rail } from './rail.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { useShellCommands } from './use-shell-commands.ts';

export const sessionKey = keyOf(readSessionRoute, {});

export function Shell() {
  const client = useQueryClient();
  const session = useRead(readSessionRoute, {}, { freshMs: 300_000 });
  useEffect(() => onSignedOut(() => client.setQueryData(sessionKey, null)), [client]);
  if (session.data) return <SignedIn session={session.data} />;
  if (session.isPending) return <div className="hy-blank" aria-busy="true" />;
  if (session.data === null || asProblem(session.error).status === 401) return <SignInPage />;
  return <ErrorPlace error={session.error} onRetry={() => void session.refetch()} />;
}

function SignedIn({ session }: { session: Session }) {
  useEffect(() => {
    const own = session.member.locale === 'en' ? 'en' : 'zh-CN';
    if (!chosenLanguage()) void speak(own);
  }, [session.member.locale]);
  return (
    <SessionProvider session={session}>
      <PaletteProvider>
        <Frame />
        <KeyHelp />
      </PaletteProvider>
    </SessionProvider>
  );
}

function Frame() {
  const isNarrow = useNarrow();
  useSession();
  useLiveStream();
  useShellCommands();
  return (
    <div className="hy-shell">
      {!isNarrow && <Rail />}
      <div className="hy-stage-area">
        <Header isNarrow={isNarrow} />
        <DemoBanner />
        <Banner />
        <Outlet />
        {isNarrow && <BottomBar />}
      </div>
    </div>
  );
}
