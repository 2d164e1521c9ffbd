// Serves a shop's page on an origin of its own, under a strict content security policy, with the widget on it.
//   node docs/examples/widget/serve.js --huiyin http://localhost:4310 --key hyw_… [--port 4400] [--lang en]
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const file = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** What such a page has to allow: the script and its calls, and nothing else from anywhere. */
export function policyFor(huiyin) {
  return [
    "default-src 'none'",
    `script-src ${huiyin}`,
    `connect-src ${huiyin}`,
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** @returns {Promise<{origin: string, close(): Promise<void>}>} */
export function serveShop({ huiyin, key, port = 0, lang = 'zh-CN' }) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop');
    if (url.pathname === '/shop.css') {
      response.writeHead(200, { 'content-type': 'text/css' }).end(file('./shop.css'));
      return;
    }
    if (url.pathname !== '/') {
      response.writeHead(204).end();
      return;
    }
    const values = { huiyin, key: url.searchParams.get('key') ?? key, lang: url.searchParams.get('lang') ?? lang };
    const page = file('./index.html').replace(/{{(\w+)}}/g, (_all, name) => values[name].replace(/[^\w:/.-]/g, ''));
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyFor(huiyin) })
      .end(page);
  });
  return new Promise((done) => {
    server.listen(port, '127.0.0.1', () =>
      done({
        origin: `http://127.0.0.1:${server.address().port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const value = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
  const has = (name) => process.argv.includes(`--${name}`);
  if (!has('huiyin') || !has('key')) {
    console.error('usage: node docs/examples/widget/serve.js --huiyin http://localhost:4310 --key hyw_… [--port 4400] [--lang en]');
    process.exit(1);
  }
  const shop = await serveShop({
    huiyin: value('huiyin').replace(/\/$/, ''),
    key: value('key'),
    port: has('port') ? Number(value('port')) : 4400,
    lang: has('lang') ? value('lang') : 'zh-CN',
  });
  console.log(`${shop.origin}  (allow this origin under Settings, Widget)`);
}
