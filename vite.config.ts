// Builds the console into dist/console: hashed files, each also kept compressed, so that the server only has to send bytes.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './src/main/console/vite/precompress.ts';
import { tokensSheet } from './src/main/console/vite/tokens-sheet.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('./src/main/console'),
  base: '/',
  plugins: [react(), tokensSheet(), precompress()],
  build: {
    outDir: at('./dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'kit', test: /node_modules[\\/](antd|@rc-component|rc-[a-z-]+|@ant-design)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.HUIYIN_URL ?? 'http://127.0.0.1:4310' },
  },
});
