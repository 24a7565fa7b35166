import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP archive of deflated entries. `says` lets an entry tell a size that is not its own, as a bomb does. */
export function zip(
  entries: Iterable<readonly [name: string, content: Uint8Array]>,
  says: Readonly<Record<string, number>> = {},
): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content)
    const text = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    writeFacts(local, 4, content, packed.length, text.length, says[name])
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    writeFacts(entry, 6, content, packed.length, text.length, says[name])
    entry.writeUInt32LE(at, 42)
    parts.push(local, text, packed)
    directory.push(entry, text)
    at += local.length + text.length + packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listing, end])
}

/** The fields that a local header and a directory entry share, in the order both have them. */
function writeFacts(
  header: Buffer,
  at: number,
  content: Uint8Array,
  packedSize: number,
  nameLength: number,
  says: number | undefined,
): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(8, at + 4)
  header.writeUInt32LE(crc32(content), at + 10)
  header.writeUInt32LE(packedSize, at + 14)
  header.writeUInt32LE(says ?? content.length, at + 18)
  header.writeUInt16LE(nameLength, at + 22)
}
