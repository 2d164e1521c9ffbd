// Bundles the server and the command line into dist/server: our own code only, packages stay packages.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: at('./dist/server'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        cli: at('./src/main/cli/cli.ts'),
        // A thread of its own needs a file of its own.
        learning: at('./src/loop/understand/learning/server/learning.worker.ts'),
        'live-analysis': at('./src/engage/live/rooms/server/hub/analysis.worker.ts'),
      },
    },
  },
});
