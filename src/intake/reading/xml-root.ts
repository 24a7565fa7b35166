import { FileFault } from './raw-sheet.ts'

/** What may be before the document element: a byte-order mark, the declaration, comments, instructions, white space. */
const BEFORE = /^\ufeff?(?:\s+|<\?[^]*?\?>|<!--[^]*?-->)*/
const ELEMENT = /^<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]/

/**
 * The document element's name, from the start of a file; null for a file that is no markup. Throws FileFault for a web
 * page, and for XML with a document type: no return has one, and what it declares may unpack to any size or reach for
 * other files.
 */
export function rootElement(file: string, start: string): string | null {
  if (
    !start
      .trimStart()
      .replace(/^\ufeff/, '')
      .startsWith('<')
  )
    return null
  const rest = start.slice(BEFORE.exec(start)?.[0].length ?? 0)
  if (/^<!doctype\s+html|^<html/i.test(rest)) {
    throw new FileFault(
      'file-kind',
      `${file} is a web page, not a file of data: save the data itself and send that`,
    )
  }
  if (/^<!DOCTYPE/i.test(rest)) {
    throw new FileFault(
      'xml-document-type',
      `${file} has a document type (DOCTYPE), which no return has and which can make a file unsafe to open: ` +
        'export the return again without it',
    )
  }
  const name = ELEMENT.exec(rest)?.[2]
  if (name === undefined) throw new FileFault('file-damaged', `${file} begins as XML does, but is not XML`)
  return name
}
