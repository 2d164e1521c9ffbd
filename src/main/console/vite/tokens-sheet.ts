// Serves the tokens as a style sheet, so that the first paint already has the right colours and no script sets them.
import type { Plugin } from 'vite';
import { tokensCss } from '../../../ui/tokens.ts';

const NAME = 'virtual:tokens.css';
const RESOLVED = '\0virtual:tokens.css';

/** Makes `import 'virtual:tokens.css'` work. */
export function tokensSheet(): Plugin {
  return {
    name: 'huiyin:tokens',
    resolveId(source) {
      return source === NAME ? RESOLVED : undefined;
    },
    load(id) {
      return id === RESOLVED ? tokensCss() : undefined;
    },
  };
}
