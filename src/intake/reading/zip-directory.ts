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
}

const END_RECORD = 0x06054b50
const ENTRY = 0x02014b50
const ZIP64 = 0xffffffff

/**
 * The list of contents at the end of a zip file, without unpacking anything: a small file can say honestly that it
 * unpacks to gigabytes, and must be refused first. Null when there is no such list: the file is cut short or is no zip.
 * Sizes are infinite in the zip64 form, which no workbook of a council's size needs.
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
  let declaredSize = 0
  let offset = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(offset) !== ENTRY) return null
    const size = bytes.readUInt32LE(offset + 24)
    declaredSize += size === ZIP64 ? Number.POSITIVE_INFINITY : size
    const nameLength = bytes.readUInt16LE(offset + 28)
    const method = bytes.readUInt16LE(offset + 10)
    const [crc32, packedSize, local] = [16, 20, 42].map((field) => bytes.readUInt32LE(offset + field))
    entries.set(bytes.toString('utf8', offset + 46, offset + 46 + nameLength), {
      method,
      packedSize: packedSize!,
      size,
      crc32: crc32!,
      offset: local!,
    })
    offset += 46 + nameLength + bytes.readUInt16LE(offset + 30) + bytes.readUInt16LE(offset + 32)
  }
  return { entries, declaredSize }
}

/**
 * One entry of the archive, unpacked. Null when it is not what the directory says of it, in size or in sum: nothing is
 * unpacked beyond the size it says, so a directory that lies does no harm.
 */
export function unpacked(
  bytes: Buffer,
  { method, packedSize, size, crc32, offset }: ZipEntry,
): Buffer | null {
  try {
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    const packed = bytes.subarray(start, start + packedSize)
    const content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
    return content.length === size && sumOf(content) === crc32 ? content : null
  } catch {
    // A range beyond the file, a stream that is none, or one that goes on beyond its size.
    return null
  }
}

/** The record is last but for a comment of at most 65,535 bytes. */
function endRecord(bytes: Buffer): number | null {
  for (let offset = bytes.length - 22; offset >= Math.max(0, bytes.length - 65_557); offset -= 1) {
    if (bytes.readUInt32LE(offset) === END_RECORD) return offset
  }
  return null
}
