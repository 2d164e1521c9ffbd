// Bundles what runs in viewers' browsers into dist/live: the room (live.js), the overlay, and the player it loads when it needs one.
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type InlineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One classic script each: they stand on pages of others, where a second request for a part of them could be forbidden. */
function script(name: string, entry: string, isFirst: boolean): InlineConfig {
  return {
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      lib: { entry: at(entry), formats: ['iife'], name: `huiyin${name}`, fileName: () => `${name}.js` },
      outDir: at('./dist/live'),
      emptyOutDir: isFirst,
      target: 'es2022',
      minify: true,
    },
  };
}

export default defineConfig({
  ...script('live', './src/main/live/live.ts', true),
  plugins: [
    {
      name: 'overlay-and-player',
      async closeBundle() {
        await build(script('overlay', './src/main/live/overlay.ts', false));
        await build(script('player', './src/main/live/player.ts', false));
        await build(script('prompter', './src/main/live/prompter/prompter.ts', false));
      },
    },
  ],
});
