// Builds the draw checker as one plain script, to be put whole into a page that works from a disk.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  publicDir: false,
  build: {
    outDir: at('./dist/draw-check'),
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: at('./src/main/draw-check/check.ts'),
      formats: ['iife'],
      name: 'huiyinDraw',
      fileName: () => 'check.js',
    },
  },
});
