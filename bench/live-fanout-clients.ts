// The viewers of `live-fanout.ts`: thousands of raw sockets in one process that read frames as cheaply as can be and note their age.
import net from 'node:net';

export interface ClientOrder {
  do: 'connect' | 'reset' | 'report' | 'close';
  port?: number;
  path?: string;
  count?: number;
  /** First source address: 127.0.0.<from>; a port range belongs to each. */
  from?: number;
  isSocketIo?: boolean;
}

/** Frames by age in milliseconds; the last holds everything older. */
const AGES = 20_000;
const PER_ADDRESS = 1_000;
const AT_ONCE = 100;

let ages = new Uint32Array(AGES + 1);
let frames = 0;
let bytes = 0;
let closed = 0;
let open: net.Socket[] = [];
let isClosing = false;
const MARK = Buffer.from('"t":');
/** All sockets of this process are read through one buffer: what is left of a frame is copied, nothing else is kept. */
const SHARED = Buffer.allocUnsafeSlow(256 * 1024);

/** Reads `"t":1700000000000` near the beginning of a frame. */
function noteAge(data: Buffer, from: number, now: number): void {
  const at = data.indexOf(MARK, from);
  if (at < 0 || at > from + 40) return;
  let value = 0;
  for (let place = at + 4; place < at + 17; place += 1) value = value * 10 + (data[place]! - 48);
  ages[Math.min(AGES, Math.max(0, now - value))]! += 1;
}

function connect(order: ClientOrder, number: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = net.connect({
      host: '127.0.0.1',
      port: order.port!,
      localAddress: `127.0.0.${(order.from ?? 1) + Math.floor(number / PER_ADDRESS)}`,
      onread: {
        buffer: SHARED,
        callback: (length) => {
          hear(SHARED.subarray(0, length));
          return true;
        },
      },
    });
    let rest: Buffer | null = null;
    let isOpen = false;
    socket.setNoDelay();
    socket.write(
      `GET ${order.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    );
    const fail = () => {
      if (!isClosing) closed += 1;
      done(false);
    };
    socket.on('error', fail);
    socket.on('close', fail);
    function hear(chunk: Buffer): void {
      const data = rest ? Buffer.concat([rest, chunk]) : chunk;
      rest = null;
      let at = 0;
      if (!isOpen) {
        const end = data.indexOf('\r\n\r\n');
        if (end < 0) {
          rest = Buffer.from(data);
          return;
        }
        if (!data.toString('latin1', 0, 12).endsWith('101')) {
          socket.destroy();
          return;
        }
        isOpen = true;
        open.push(socket);
        at = end + 4;
        if (!order.isSocketIo) done(true);
      }
      const now = Date.now();
      while (at + 2 <= data.length) {
        let length = data[at + 1]! & 127;
        let head = 2;
        if (length === 126) {
          if (at + 4 > data.length) break;
          length = data.readUInt16BE(at + 2);
          head = 4;
        } else if (length === 127) {
          if (at + 10 > data.length) break;
          length = Number(data.readBigUInt64BE(at + 2));
          head = 10;
        }
        if (at + head + length > data.length) break;
        if (order.isSocketIo && length < 200) speakIo(socket, data, at + head, done);
        else if ((data[at]! & 15) === 1) {
          frames += 1;
          bytes += head + length;
          noteAge(data, at + head, now);
        }
        at += head + length;
      }
      if (at < data.length) rest = Buffer.from(data.subarray(at));
    }
  });
}

/** Engine.IO 4: 0 is open (answered by 40, join), 2 is ping (3, pong), 40 is joined. */
function speakIo(socket: net.Socket, data: Buffer, at: number, done: (ok: boolean) => void): void {
  const masked = (text: string) =>
    Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
  if (data[at] === 48) socket.write(masked('40'));
  else if (data[at] === 50) socket.write(masked('3'));
  else if (data[at] === 52 && data[at + 1] === 48) done(true);
}

async function take(order: ClientOrder): Promise<unknown> {
  if (order.do === 'connect') {
    let joined = 0;
    for (let from = 0; from < order.count!; from += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, order.count! - from) }, (_, at) => connect(order, from + at));
      joined += (await Promise.all(some)).filter(Boolean).length;
    }
    return { joined };
  }
  if (order.do === 'reset') {
    ages = new Uint32Array(AGES + 1);
    frames = 0;
    bytes = 0;
    return {};
  }
  if (order.do === 'close') {
    isClosing = true;
    for (const socket of open) socket.destroy();
    open = [];
    await new Promise((done) => setTimeout(done, 300));
    isClosing = false;
    return {};
  }
  const seen: [number, number][] = [];
  for (let age = 0; age <= AGES; age += 1) if (ages[age]) seen.push([age, ages[age]!]);
  return { frames, bytes, closed, ages: seen };
}

export function beClients(): void {
  process.on('message', async (order: ClientOrder) => process.send!((await take(order)) as object));
  process.send!({});
}
