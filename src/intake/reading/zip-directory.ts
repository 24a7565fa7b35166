export interface ZipDirectory {
  names: ReadonlySet<string>
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
  const names = new Set<string>()
  let declaredSize = 0
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) return null
    const size = bytes.readUInt32LE(at + 24)
    declaredSize += size === ZIP64 ? Number.POSITIVE_INFINITY : size
    const nameLength = bytes.readUInt16LE(at + 28)
    names.add(bytes.toString('utf8', at + 46, at + 46 + nameLength))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return { names, declaredSize }
}

/** The record is last but for a comment of at most 65,535 bytes. */
function endRecord(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) === END_RECORD) return at
  }
  return null
}
