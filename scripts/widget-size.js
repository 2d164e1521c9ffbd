// Fails when the widget's script would weigh more than a shop's page should carry: 10 kB as it travels, compressed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt, root } from './set-up.js';

const LIMIT = 10_000;
await ensureBuilt();
const { length } = gzipSync(readFileSync(path.join(root, 'dist', 'widget', 'widget.js')), { level: 9 });
console.log(`widget.js: ${length} bytes of ${LIMIT}, compressed`);
if (length > LIMIT) process.exit(1);
