import { constants, inflateRawSync } from 'node:zlib'
import { damagedFault, FileFault } from './raw-sheet.ts'
import { packed, unpacked, type ZipDirectory, type ZipEntry } from './zip-directory.ts'

const XML = /\.(xml|rels)$/i
/** Packed bytes that nearly always hold all that comes before the first element. */
const START = 1024
const ROOT = /<[A-Za-z_]/
const DOCTYPE = /<!DOCTYPE/i

/** Throws FileFault for a part that says nothing, or that declares its own types and entities, which no office program writes. */
export function checkParts(file: string, bytes: Buffer, { entries }: ZipDirectory): void {
  for (const [name, entry] of entries) {
    if (!XML.test(name)) continue
    if (entry.size === 0) throw damagedFault(file)
    if (DOCTYPE.test(beforeRoot(bytes, entry))) {
      throw new FileFault(
        'file-doctype',
        `${file} has a document type declaration in '${name}', which no office program writes: open it, save it again and send that copy`,
      )
    }
  }
}

/** The text before the first element. */
function beforeRoot(bytes: Buffer, entry: ZipEntry): string {
  const start = untilRoot(startOf(bytes, entry))
  if (start !== null) return start
  const whole = plain(unpacked(bytes, entry) ?? Buffer.alloc(0))
  return untilRoot(whole) ?? whole
}

function startOf(bytes: Buffer, entry: ZipEntry): string {
  try {
    const content = packed(bytes, entry).subarray(0, START)
    if (entry.method === 0) return plain(content)
    return plain(inflateRawSync(content, { finishFlush: constants.Z_SYNC_FLUSH }))
  } catch {
    // Damaged: whoever reads the part says so.
    return ''
  }
}

function untilRoot(text: string): string | null {
  const end = text.search(ROOT)
  return end < 0 ? null : text.slice(0, end)
}

/** In any encoding its signs are there, with or without a zero byte each. */
const plain = (content: Buffer): string => content.toString('latin1').replaceAll('\0', '')
