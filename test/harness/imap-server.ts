// A small IMAP server in this process: as much of IMAP4rev1 as a reader needs, with everything it was told written down.
import { createServer, type Server, type Socket } from 'node:net';

export interface TestImap {
  port: number;
  /** Every command line, without its tag and without passwords. */
  commands: string[];
  /** Puts a letter into the box. @returns its number */
  add(raw: string | Buffer): number;
  /** Numbers all letters anew, as a restored server does. */
  renumber(): void;
  /** Whether the next sign-in is refused. */
  refuse: boolean;
  /** Breaks the line when a letter is asked for, so many times. */
  breakFetches: number;
  close(): Promise<void>;
}

export async function testImap(): Promise<TestImap> {
  let letters: { uid: number; raw: Buffer; at: Date }[] = [];
  let uidValidity = 1000;
  let uidNext = 1;
  const sockets = new Set<Socket>();
  const box: TestImap = {
    port: 0,
    commands: [],
    refuse: false,
    breakFetches: 0,
    add(raw) {
      const uid = uidNext;
      uidNext += 1;
      const bytes = typeof raw === 'string' ? Buffer.from(raw.replace(/\r?\n/g, '\r\n')) : raw;
      letters.push({ uid, raw: bytes, at: new Date('2026-03-02T01:00:00Z') });
      return uid;
    },
    renumber() {
      uidValidity += 1;
      letters = letters.map((letter, index) => ({ ...letter, uid: index + 1 }));
      uidNext = letters.length + 1;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let waiting = Buffer.alloc(0);
    socket.write('* OK [CAPABILITY IMAP4rev1] test ready\r\n');
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.subarray(0, end).toString('utf8');
        waiting = waiting.subarray(end + 2);
        answer(socket, line);
      }
    });
  });

  function answer(socket: Socket, line: string): void {
    const [, tag = '*', words = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    const command = words.toUpperCase();
    box.commands.push(/^LOGIN/.test(command) ? 'LOGIN' : words);
    const ok = (text = 'done') => socket.write(`${tag} OK ${text}\r\n`);
    if (command.startsWith('CAPABILITY')) {
      socket.write('* CAPABILITY IMAP4rev1\r\n');
      return void ok();
    }
    if (command.startsWith('LOGIN')) {
      if (box.refuse) return void socket.write(`${tag} NO [AUTHENTICATIONFAILED] wrong for service@shop.test\r\n`);
      return void ok('[CAPABILITY IMAP4rev1] signed in');
    }
    if (command.startsWith('LIST') || command.startsWith('LSUB')) {
      if (/"" ""$/.test(command)) socket.write('* LIST (\\Noselect) "/" ""\r\n');
      else if (/"?INBOX"?$/.test(command)) socket.write('* LIST (\\HasNoChildren) "/" "INBOX"\r\n');
      return void ok();
    }
    if (command.startsWith('EXAMINE') || command.startsWith('SELECT')) {
      if (!/ "?INBOX"?$/.test(command)) return void socket.write(`${tag} NO no such folder\r\n`);
      socket.write(`* FLAGS (\\Seen)\r\n* ${letters.length} EXISTS\r\n* 0 RECENT\r\n`);
      socket.write(`* OK [UIDVALIDITY ${uidValidity}] numbered\r\n* OK [UIDNEXT ${uidNext}] next\r\n`);
      return void ok('[READ-ONLY] opened');
    }
    if (command.startsWith('UID SEARCH')) {
      const from = Number(/(\d+):\*/.exec(command)?.[1] ?? 1);
      const newest = letters.at(-1)?.uid;
      // "n:*" names the newest letter also when it is older than n.
      const found = letters.map((letter) => letter.uid).filter((uid) => uid >= from || uid === newest);
      socket.write(`* SEARCH${found.map((uid) => ` ${uid}`).join('')}\r\n`);
      return void ok();
    }
    if (command.startsWith('UID FETCH')) {
      if (box.breakFetches > 0) {
        box.breakFetches -= 1;
        return void socket.destroy();
      }
      const uid = Number(/^UID FETCH (\d+)/.exec(command)?.[1]);
      const index = letters.findIndex((letter) => letter.uid === uid);
      const letter = letters[index];
      if (letter) {
        const partial = /<0\.(\d+)>/.exec(command);
        const body = partial ? letter.raw.subarray(0, Number(partial[1])) : letter.raw;
        socket.write(
          `* ${index + 1} FETCH (UID ${uid} RFC822.SIZE ${letter.raw.length} BODY[]${partial ? '<0>' : ''} {${body.length}}\r\n`,
        );
        socket.write(body);
        socket.write(')\r\n');
      }
      return void ok();
    }
    if (command.startsWith('LOGOUT')) {
      socket.write('* BYE\r\n');
      ok();
      return void socket.end();
    }
    if (/^(NOOP|CLOSE|UNSELECT|ENABLE|ID|NAMESPACE)/.test(command)) return void ok();
    socket.write(`${tag} BAD unknown\r\n`);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  box.port = (server.address() as { port: number }).port;
  return box;
}
