import { damagedFault, lockedFault, tooManyCellsFault } from './raw-sheet.ts'
import { unpacked, zipDirectory, type ZipDirectory } from './zip-directory.ts'

const MAX_CELLS = 10_000_000
/** The largest sheet of any spreadsheet program. Blank cells may be told up to there, and are not counted. */
const [MAX_ROWS, MAX_COLUMNS] = [1_048_576, 16_384]

const TAG = /<(?:[\w.-]+:)?(table-row|covered-table-cell|table-cell|table)(?=[\s/>])([^>]*)>/g

/**
 * An .ods workbook tells a row or cell once and how often it comes again: a small file can be for more cells than
 * any memory holds, so they are counted before the library lays them out. Throws FileFault.
 */
export function checkOds(file: string, bytes: Buffer, { entries }: ZipDirectory): void {
  const manifest = entries.get('META-INF/manifest.xml')!
  if (unpacked(bytes, manifest)?.includes('encryption-data')) throw lockedFault(file)
  const content = unpacked(bytes, entries.get('content.xml')!)
  if (content === null || !content.includes('</office:document-content>')) {
    throw damagedFault(file)
  }
  if (isTooLarge(content.toString('latin1'))) {
    throw tooManyCellsFault(file)
  }
}

function isTooLarge(xml: string): boolean {
  let [cells, row, rowCount, column] = [0, 0, 0, 0]
  for (const { 0: tag, 1: name, 2: attributes, index } of xml.matchAll(TAG)) {
    if (name === 'table') [row, rowCount] = [0, 0]
    else if (name === 'table-row') {
      row += rowCount
      ;[rowCount, column] = [repeats(attributes!, 'rows'), 0]
    } else {
      const count = repeats(attributes!, 'columns')
      column += count
      if (isBlank(xml, index + tag.length, attributes!)) continue
      cells += count * rowCount
      if (cells > MAX_CELLS || row + rowCount > MAX_ROWS || column > MAX_COLUMNS) return true
    }
  }
  return false
}

const repeats = (attributes: string, what: 'rows' | 'columns'): number =>
  Number(new RegExp(`number-${what}-repeated=["'](\\d+)`).exec(attributes)?.[1] ?? 1)

const isBlank = (xml: string, end: number, attributes: string): boolean =>
  !/value|formula/.test(attributes) && (attributes.endsWith('/') || xml.startsWith('</', end))

/** Names of the sheets of an .ods workbook whose style says that they are not shown. */
export function hiddenInOds(bytes: Buffer): ReadonlySet<string> {
  const entry = zipDirectory(bytes)?.entries.get('content.xml')
  const xml = (entry && unpacked(bytes, entry)?.toString('utf8')) ?? ''
  const styles = new Set(
    [...xml.matchAll(/<style:style\b([^>]*)>\s*<style:table-properties\b([^>]*)/g)]
      .filter(([, , properties]) => /table:display=["']false/.test(properties!))
      .map(([, style]) => attribute(style!, 'style:name')),
  )
  if (styles.size === 0) return new Set()
  const tables = [...xml.matchAll(/<table:table(?=[\s>])([^>]*)>/g)].map(([, attributes]) => attributes!)
  return new Set(
    tables
      .filter((attributes) => styles.has(attribute(attributes, 'table:style-name')))
      .flatMap((attributes) => attribute(attributes, 'table:name') ?? []),
  )
}

const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`${name}=["']([^"']*)`).exec(attributes)?.[1] ?? null
