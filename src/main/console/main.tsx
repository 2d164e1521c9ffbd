// Starts the console: language first, so that no key is ever seen, then everything else.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import 'antd/dist/reset.css';
import 'virtual:tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { AppearanceProvider } from '../../ui/appearance.tsx';
import '../../ui/base.css';
import { asProblem } from '../../ui/client/problem.ts';
import { InsertsProvider } from '../../ui/inserts.tsx';
import { KeysProvider } from '../../ui/keys.tsx';
import { ToastProvider } from '../../ui/toasts.tsx';
import { inserts } from './inserts.ts';
import { kitLocale, startLanguage } from './language.ts';
import { router } from './router.tsx';
import './shell.css';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a broken way is worth another try.
      retry: (count, error) => {
        const { status } = asProblem(error);
        return count < 2 && (status === 0 || status >= 502);
      },
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});

function Console() {
  const { i18n } = useTranslation();
  const words = kitLocale(i18n.language);
  return (
    <AppearanceProvider {...(words ? { kitLocale: words } : {})}>
      <KeysProvider>
        <ToastProvider>
          <InsertsProvider inserts={inserts}>
            <RouterProvider router={router} />
          </InsertsProvider>
        </ToastProvider>
      </KeysProvider>
    </AppearanceProvider>
  );
}

void startLanguage().then(() => {
  const place = document.getElementById('root');
  if (!place) throw new Error('index.html has no place for the console');
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Console />
      </QueryClientProvider>
    </StrictMode>,
  );
});
