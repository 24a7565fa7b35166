/** The most that a cell of Excel holds: of a longer one it says that the workbook is damaged. */
const MAX_CELL = 32_767
const CUT = '… (cut here: a cell holds no more)'

/** Control characters and non-characters, which XML has no way to write: Word and Excel refuse a file with one. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** The text without what no document can hold; half a letter of two becomes the sign of an unknown one. */
export const writable = (text: string): string => text.toWellFormed().replaceAll(UNWRITABLE, '')

/** The text as a cell can hold it. What is too long is cut, and says so. */
export function cellWritable(text: string): string {
  const clean = writable(text)
  return clean.length <= MAX_CELL ? clean : clean.slice(0, MAX_CELL - CUT.length).toWellFormed() + CUT
}

/** The same with every text in it, however deep, as a document can hold it. Bytes stay as they are. */
export function allWritable<Value>(value: Value): Value {
  return deep(value) as Value
}

function deep(value: unknown): unknown {
  if (typeof value === 'string') return writable(value)
  if (Array.isArray(value)) return value.map(deep)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner)]))
}
