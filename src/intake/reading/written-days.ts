import { isDay } from '../../platform/day.ts'
import { unpacked, zipDirectory } from './zip-directory.ts'
import { repacked } from './zip-writing.ts'

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/
const ODS_CELL = /<[^<>]*\boffice:value-type=["']date["'][^<>]*>/g
const ODS_DAY = /\boffice:date-value=["']([^"']*)["']/
const ODS_TYPE = /\boffice:value-type=["']date["']/

/**
 * The workbook with days that a library would put right without a word (30 February becomes 2 March) as the text that is
 * written, for our own readers to judge. The same bytes when there are none.
 */
export function withDaysAsWritten(bytes: Buffer, kind: 'xlsx' | 'ods'): Buffer {
  const zip = zipDirectory(bytes)
  if (zip === null) return bytes
  const replaced = new Map<string, Buffer>()
  for (const [name, entry] of zip.entries) {
    if (kind === 'ods' ? name !== 'content.xml' : !WORKSHEET.test(name)) continue
    const content = unpacked(bytes, entry)
    const other = content && (kind === 'ods' ? odsAsWritten(content) : xlsxAsWritten(content))
    if (other) replaced.set(name, other)
  }
  return replaced.size === 0 ? bytes : repacked(bytes, zip, replaced)
}

function odsAsWritten(content: Buffer): Buffer | null {
  let hasAny = false
  const text = content.toString('utf8').replaceAll(ODS_CELL, (tag) => {
    const written = ODS_DAY.exec(tag)?.[1]
    if (written === undefined || isDay(written.slice(0, 10))) return tag
    hasAny = true
    return tag
      .replace(ODS_TYPE, 'office:value-type="string"')
      .replace(ODS_DAY, `office:string-value="${written}"`)
  })
  return hasAny ? Buffer.from(text) : null
}

/** A cell of type `d` holds a day as text, which the format allows and no program that we know writes by itself. */
function xlsxAsWritten(content: Buffer): Buffer | null {
  if (!content.includes(' t="d"')) return null
  return Buffer.from(content.toString('utf8').replaceAll(/(<c\b[^>]*) t="d"/g, '$1 t="str"'))
}
