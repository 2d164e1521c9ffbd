// The former place of `npm run evaluate`; the parts of the evaluation are in evaluate/.
process.argv = process.argv.filter((word) => word !== '--folds' && word !== '--card');
await import('./evaluate/evaluate.ts');

export {};
