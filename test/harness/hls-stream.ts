// A live picture without a camera: H.264 from the browser's own encoder, put into MPEG-TS here and told as a growing playlist that can fail like a real one.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';

/** One picture: Annex B bytes, and whether it can be begun with. */
interface Picture {
  bytes: Buffer;
  isKey: boolean;
}

export type StreamState =
  /** Nobody has begun: every address is unknown. */
  | 'absent'
  | 'live'
  /** The camera has lost its line: the playlist stays as it is. */
  | 'stalled'
  /** The delivery fails. */
  | 'broken'
  | 'ended';

export interface HlsStream {
  url: string;
  set(state: StreamState): void;
  close(): Promise<void>;
}

const FPS = 10;
const SEGMENTS = 6;
const SHOWN = 5;
const PICTURE_TICKS = 90_000 / FPS;
const [PMT_PID, VIDEO_PID] = [0x1000, 0x100];

/** Draws and encodes a few seconds in this page. @throws where the browser has no encoder for H.264 */
async function encode(page: Page): Promise<Picture[]> {
  const coded = await page.evaluate(
    async ({ fps, seconds }) => {
      const canvas = new OffscreenCanvas(320, 180);
      const paint = canvas.getContext('2d')!;
      const made: { data: string; isKey: boolean }[] = [];
      const encoder = new VideoEncoder({
        output: (chunk) => {
          const bytes = new Uint8Array(chunk.byteLength);
          chunk.copyTo(bytes);
          made.push({ data: btoa(String.fromCharCode(...bytes)), isKey: chunk.type === 'key' });
        },
        error: (error) => {
          throw error;
        },
      });
      encoder.configure({
        codec: 'avc1.42E01E',
        width: 320,
        height: 180,
        bitrate: 200_000,
        framerate: fps,
        latencyMode: 'realtime',
        avc: { format: 'annexb' },
      });
      for (let at = 0; at < fps * seconds; at += 1) {
        paint.fillStyle = `hsl(${(at * 6) % 360} 60% 45%)`;
        paint.fillRect(0, 0, 320, 180);
        paint.fillStyle = '#fff';
        paint.fillRect((at * 8) % 320, 60, 60, 60);
        const frame = new VideoFrame(canvas, { timestamp: (at * 1_000_000) / fps });
        encoder.encode(frame, { keyFrame: at % fps === 0 });
        frame.close();
      }
      await encoder.flush();
      return made;
    },
    { fps: FPS, seconds: SEGMENTS },
  );
  return coded.map(({ data, isKey }) => ({ bytes: Buffer.from(data, 'base64'), isKey }));
}

/** ISO/IEC 13818-1 annex A. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}

function table(id: number, body: number[]): Buffer {
  const length = body.length + 9;
  const section = Buffer.from([id, 0xb0 | (length >> 8), length & 0xff, 0, 1, 0xc1, 0, 0, ...body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(section));
  return Buffer.concat([Buffer.from([0]), section, sum]);
}

const PAT = table(0x00, [0, 1, 0xe0 | (PMT_PID >> 8), PMT_PID & 0xff]);
const PMT = table(0x02, [0xe0 | (VIDEO_PID >> 8), VIDEO_PID & 0xff, 0xf0, 0, 0x1b, 0xe1, 0x00, 0xf0, 0]);

function stamp(ticks: number): number[] {
  const high = Math.floor(ticks / 2 ** 30) & 7;
  return [
    0x21 | (high << 1),
    (ticks >> 22) & 0xff,
    ((ticks >> 14) & 0xfe) | 1,
    (ticks >> 7) & 0xff,
    ((ticks << 1) & 0xfe) | 1,
  ];
}

/** Cuts one unit into packets of 188 bytes. */
function packets(pid: number, unit: Buffer, counters: Map<number, number>, clock: number | null): Buffer[] {
  const cut: Buffer[] = [];
  for (let at = 0; at < unit.length || at === 0; ) {
    const isFirst = at === 0;
    const count = counters.get(pid) ?? 0;
    counters.set(pid, (count + 1) & 15);
    let field: number[] | null = null;
    if (isFirst && clock !== null) {
      field = [0x50, clock / 2 ** 25, (clock >> 17) & 0xff, (clock >> 9) & 0xff, (clock >> 1) & 0xff, 0x7e, 0];
    }
    const room = 184 - (field ? field.length + 1 : 0);
    const left = unit.length - at;
    if (left < room) {
      const empty = room - left;
      if (field) field.push(...Array<number>(empty).fill(0xff));
      else field = empty === 1 ? [] : [0, ...Array<number>(empty - 2).fill(0xff)];
    }
    const extra = field ? [field.length, ...field] : [];
    const taken = 184 - extra.length;
    const head = [0x47, (isFirst ? 0x40 : 0) | (pid >> 8), pid & 0xff, (field ? 0x30 : 0x10) | count];
    cut.push(Buffer.concat([Buffer.from([...head, ...extra]), unit.subarray(at, at + taken)]));
    at += taken;
  }
  return cut;
}

/** One second of the stream, `index` from its beginning. */
function segment(pictures: readonly Picture[], index: number): Buffer {
  const counters = new Map<number, number>();
  const parts = [...packets(0, PAT, counters, null), ...packets(PMT_PID, PMT, counters, null)];
  for (let at = 0; at < FPS; at += 1) {
    const picture = pictures[((index % SEGMENTS) * FPS + at) % pictures.length]!;
    const ticks = 90_000 + (index * FPS + at) * PICTURE_TICKS;
    const head = Buffer.from([0, 0, 1, 0xe0, 0, 0, 0x80, 0x80, 5, ...stamp(ticks)]);
    const delimiter = Buffer.from([0, 0, 0, 1, 0x09, 0xf0]);
    const unit = Buffer.concat([head, delimiter, picture.bytes]);
    parts.push(...packets(VIDEO_PID, unit, counters, picture.isKey ? ticks - 9000 : null));
  }
  return Buffer.concat(parts);
}

/** @param page any page of a safe origin: its browser encodes the picture */
export async function hlsStream(page: Page): Promise<HlsStream> {
  const pictures = await encode(page);
  let state: StreamState = 'absent';
  // The stream's own clock stands while its camera has no line.
  let ran = 0;
  let since = 0;
  const length = () => Math.floor((ran + (since ? Date.now() - since : 0)) / 1000) + SHOWN;
  const server = createServer((request, answer) => {
    answer.setHeader('access-control-allow-origin', '*');
    answer.setHeader('cache-control', 'no-store');
    const found = /\/(\d+)\.ts$/.exec(request.url ?? '');
    if (state === 'absent' || state === 'broken') {
      answer.writeHead(state === 'absent' ? 404 : 503).end();
    } else if (found) {
      answer.writeHead(200, { 'content-type': 'video/mp2t' }).end(segment(pictures, Number(found[1])));
    } else {
      const end = length();
      const first = end - SHOWN;
      const rows = Array.from({ length: SHOWN }, (_, at) => `#EXTINF:1.000,\n${first + at}.ts`);
      const lines = [
        '#EXTM3U',
        '#EXT-X-VERSION:3',
        '#EXT-X-TARGETDURATION:1',
        `#EXT-X-MEDIA-SEQUENCE:${first}`,
        ...rows,
      ];
      if (state === 'ended') lines.push('#EXT-X-ENDLIST');
      answer.writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl' }).end(`${lines.join('\n')}\n`);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/live.m3u8`,
    set(next) {
      if (since) ran += Date.now() - since;
      since = next === 'live' ? Date.now() : 0;
      state = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
