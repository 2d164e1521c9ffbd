// Bytes on the wire: a frame is written once, as it travels, and the same buffer goes to every viewer.

/** An unmasked text frame of a server (RFC 6455, 5.2), header and words in one buffer. */
export function socketFrame(json: string): Buffer {
  const length = Buffer.byteLength(json);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafeSlow(head + length);
  frame[0] = 0x81;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(json, head);
  return frame;
}

/** The same as an event of a stream. */
export function streamChunk(json: string): Buffer {
  return Buffer.from(`data: ${json}\n\n`);
}
