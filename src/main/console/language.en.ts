// Every English sentence of the product in one chunk; each file of the folder is one namespace.
import kit from 'antd/es/locale/en_US.js';

const files = import.meta.glob<Record<string, unknown>>('../../../locales/en/*.json', {
  eager: true,
  import: 'default',
});

/** Namespace → its sentences. */
export const sentences: Record<string, unknown> = Object.fromEntries(
  Object.entries(files).map(([path, keys]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), keys]),
);
/** antd's own words. */
export const kitWords: unknown = kit;
