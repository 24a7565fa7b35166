import { crc32 } from 'node:zlib'
import { packed, type ZipDirectory } from './zip-directory.ts'

const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const NAMES_IN_UTF8 = 0x0800

/** The archive with some entries replaced; the others as they are packed. */
export function repacked(bytes: Buffer, zip: ZipDirectory, replaced: ReadonlyMap<string, Buffer>): Buffer {
  const [parts, directory] = [[] as Buffer[], [] as Buffer[]]
  let offset = 0
  for (const [name, entry] of zip.entries) {
    const other = replaced.get(name)
    const content = other ?? packed(bytes, entry)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(NAMES_IN_UTF8, 2)
    header.writeUInt16LE(other ? 0 : entry.method, 4)
    header.writeUInt32LE(other ? crc32(other) : entry.crc32, 10)
    header.writeUInt32LE(content.length, 14)
    header.writeUInt32LE(other ? other.length : entry.size, 18)
    const text = Buffer.from(name)
    header.writeUInt16LE(text.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    parts.push(word(LOCAL), header, text, content)
    directory.push(word(ENTRY), Buffer.from([20, 0]), header, place, text)
    offset += 4 + header.length + text.length + content.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(zip.entries.size, 4)
  end.writeUInt16LE(zip.entries.size, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, listed, word(END), end])
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
