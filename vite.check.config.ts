// Builds the evidence checker as one plain script, to be put whole into a page that works from a disk.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  publicDir: false,
  build: {
    outDir: at('./dist/check'),
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: at('./src/main/evidence-check/check.ts'),
      formats: ['iife'],
      name: 'huiyinCheck',
      fileName: () => 'check.js',
    },
  },
});
