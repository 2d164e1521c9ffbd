// Runs dependency-cruiser over a source tree with the rules of the house.
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { RULES } from './rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** @param baseDir folder that holds `src/` */
export async function cruiseTree(baseDir: string): Promise<ICruiseResult> {
  const result = await cruise(
    ['src'],
    {
      baseDir,
      ruleSet: { forbidden: RULES },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '\\.test\\.tsx?$' },
      enhancedResolveOptions: {
        extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
        exportsFields: ['exports'],
        conditionNames: ['import', 'require', 'node', 'default', 'types'],
      },
    },
    undefined,
    { tsConfig: extractTSConfig(path.join(root, 'tsconfig.json')) },
  );
  return result.output as ICruiseResult;
}
