// Builds the client package into dist/sdk as one ES module with everything it needs.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  publicDir: false,
  build: {
    outDir: at('./dist/sdk'),
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: { entry: at('./src/main/sdk/sdk.ts'), formats: ['es'], fileName: () => 'index.js' },
  },
});
