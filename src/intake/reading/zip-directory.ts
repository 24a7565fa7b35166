import { crc32 as sumOf, inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** 0 stored, 8 deflated. */
  method: number
  packedSize: number
  size: number
  crc32: number
  /** Where its local header stands. */
  offset: number
}

export interface ZipDirectory {
  entries: ReadonlyMap<string, ZipEntry>
  /** What the entries say they unpack to, in bytes. */
  declaredSize: number
  /** A name that two entries have, whatever their case: which of them is meant nobody can say. */
  repeated: string | null
}

const END_RECORD = 0x06054b50
const ENTRY = 0x02014b50
const END_RECORD_64 = 0x06064b50
const END_LOCATOR_64 = 0x07064b50
/** Stands for a number that is in the zip64 field of its entry. */
const ZIP64 = 0xffffffff
const ZIP64_COUNT = 0xffff
const ZIP64_FIELD = 1

/**
 * The list of contents at the end of a zip file, without unpacking anything: a small file can say honestly that it
 * unpacks to gigabytes, and must be refused first. Null when there is no such list: the file is cut short or is no zip.
 * Programs that write as they go use the zip64 form for small files too.
 */
export function zipDirectory(bytes: Buffer): ZipDirectory | null {
  try {
    return readDirectory(bytes)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function readDirectory(bytes: Buffer): ZipDirectory | null {
  const end = endRecord(bytes)
  if (end === null) return null
  const entries = new Map<string, ZipEntry>()
  const names = new Set<string>()
  let repeated: string | null = null
  let declaredSize = 0
  let { offset, count } = listedAt(bytes, end)
  for (; count > 0; count -= 1) {
    if (bytes.readUInt32LE(offset) !== ENTRY) return null
    const nameLength = bytes.readUInt16LE(offset + 28)
    const extraLength = bytes.readUInt16LE(offset + 30)
    const name = bytes.toString('utf8', offset + 46, offset + 46 + nameLength)
    const extraAt = offset + 46 + nameLength
    const written = [24, 20, 42].map((field) => bytes.readUInt32LE(offset + field))
    const [size, packedSize, local] = widened(written, bytes.subarray(extraAt, extraAt + extraLength))
    declaredSize += size!
    if (names.has(name.toLowerCase())) repeated ??= name
    names.add(name.toLowerCase())
    entries.set(name, {
      method: bytes.readUInt16LE(offset + 10),
      packedSize: packedSize!,
      size: size!,
      crc32: bytes.readUInt32LE(offset + 16),
      offset: local!,
    })
    offset = extraAt + extraLength + bytes.readUInt16LE(offset + 32)
  }
  return { entries, declaredSize, repeated }
}

/** Where the list begins and how many entries it has: of a zip64 file, as its own end record says. */
function listedAt(bytes: Buffer, end: number): { offset: number; count: number } {
  const [count, offset] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)]
  const locator = end - 20
  if (count !== ZIP64_COUNT && offset !== ZIP64) return { offset, count }
  if (locator < 0 || bytes.readUInt32LE(locator) !== END_LOCATOR_64) return { offset, count }
  const record = Number(bytes.readBigUInt64LE(locator + 8))
  if (bytes.readUInt32LE(record) !== END_RECORD_64) return { offset, count }
  return {
    offset: Number(bytes.readBigUInt64LE(record + 48)),
    count: Number(bytes.readBigUInt64LE(record + 32)),
  }
}

/** Size, packed size and offset as they are: those that did not fit are in the zip64 field, in this order. */
function widened(written: readonly number[], extra: Buffer): number[] {
  if (!written.includes(ZIP64)) return [...written]
  let at = zip64Field(extra)
  return written.map((number) => {
    if (number !== ZIP64) return number
    // Without the field the number is what it is, and too large.
    if (at === null) return Number.POSITIVE_INFINITY
    at += 8
    return Number(extra.readBigUInt64LE(at - 8))
  })
}

function zip64Field(extra: Buffer): number | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === ZIP64_FIELD) return at + 4
  return null
}

/**
 * One entry of the archive, unpacked. Null when it is not what the directory says of it, in size or in sum: nothing is
 * unpacked beyond the size it says, so a directory that lies does no harm.
 */
export function unpacked(bytes: Buffer, entry: ZipEntry): Buffer | null {
  const { method, size, crc32 } = entry
  try {
    const written = packed(bytes, entry)
    const content = method === 0 ? written : inflateRawSync(written, { maxOutputLength: Math.max(size, 1) })
    return content.length === size && sumOf(content) === crc32 ? content : null
  } catch {
    // A range beyond the file, a stream that is none, or one that goes on beyond its size.
    return null
  }
}

/** One entry as it is in the file. */
export function packed(bytes: Buffer, { offset, packedSize }: ZipEntry): Buffer {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  return bytes.subarray(start, start + packedSize)
}

/** The record is last but for a comment of at most 65,535 bytes. */
function endRecord(bytes: Buffer): number | null {
  for (let offset = bytes.length - 22; offset >= Math.max(0, bytes.length - 65_557); offset -= 1) {
    if (bytes.readUInt32LE(offset) === END_RECORD) return offset
  }
  return null
}
