// Bundles the widget into dist/widget/widget.js: one classic script for other people's pages, nothing from any package.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  publicDir: false,
  build: {
    lib: {
      entry: at('./src/main/widget/widget.ts'),
      formats: ['iife'],
      name: 'huiyinWidget',
      fileName: () => 'widget.js',
    },
    outDir: at('./dist/widget'),
    emptyOutDir: true,
    target: 'es2022',
    minify: true,
  },
});
