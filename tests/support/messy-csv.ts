import { codeSetOf } from '../../src/standards/code-sets.ts'
import type { FieldSpec, FieldType, TableSpec } from '../../src/standards/table.ts'

/** Picks: a whole number from 0, below `count`. */
export type Pick = (count: number) => number

/** What people and systems write, by the kind of column: what is plain first, and then what something is said of. */
const WRITTEN: Record<Exclude<FieldType, 'category' | 'boolean'>, readonly (readonly string[])[]> = {
  id: [
    ['A1', 'B22', '1001', '1002', 'C-3/4', 'AB_7'],
    [
      '',
      ' A1 ',
      '1001.0',
      'A  1',
      'A1 B2',
      'é9',
      'none',
      'N/A',
      'NULL',
      'Total',
      'TOTAL-1',
      'filter1',
      'a\u00a0b',
      '.5',
      '""',
    ],
  ],
  string: [
    ['North', 'South 2', 'a "quoted" word', 'one, two', 'a far longer text, of several words'],
    [
      '',
      ' North',
      'North  West',
      'a\u00a0b',
      'line\nbreak',
      'N/A',
      'None recorded',
      'placeholder_data',
      '#REF!',
      'é',
      'x  and a far longer text',
    ],
  ],
  postcode: [
    ['AB1 2CD', 'SW1A 1AA'],
    ['', 'ab12cd', 'AB1', 'nowhere', 'AB1  2CD'],
  ],
  integer: [
    ['0', '1', '12'],
    ['', '2.0', '3,000', '-1', 'x', '2.5', '.'],
  ],
  age: [
    ['0', '3', '17'],
    ['', '<1', '6 months', '-1', '130', '6.9', 'unborn', 'old'],
  ],
  decimal: [
    ['1', '0.5', '12.25'],
    ['', '£1,200.50', '-1', 'x', '1e3'],
  ],
  money: [
    ['1', '1200.50', '-5'],
    ['', '£1,200.50', '(500)', '1.234', 'x'],
  ],
  date: [
    ['01/02/2015', '02/02/2015', '13/01/2014', '2015-02-01', '2014-03-04T00:00:00'],
    [
      '',
      '  ',
      '1 Feb 2015',
      '01/02/15',
      '31/02/2015',
      'zz/05/2012',
      '2012',
      'n/a',
      '42005',
      '01/02/2015 10:30',
      '31/12/9999',
      '01/01/2031',
      'soon',
      'Date',
    ],
  ],
  moment: [
    ['01/02/2015 09:30', '2015-02-01T14:20:00', '2014-01-01'],
    ['', '25:70', '01/02/2015 25:70', 'zz/05/2012', 'x'],
  ],
  month: [
    ['2015-01', '2014-12'],
    ['', 'Jan-15', '01/2015', '01/02/2015', 'x'],
  ],
}

function cellOf(field: FieldSpec, pick: Pick, mess: number): string {
  const from = (texts: readonly string[]) => texts[pick(texts.length)]!
  const isPlain = pick(100) >= mess
  if (field.type !== 'category' && field.type !== 'boolean') {
    const [plain, others] = WRITTEN[field.type]
    return from(isPlain ? plain! : others!)
  }
  const { codes } = codeSetOf(field.codeSet!)
  const code = codes[pick(Math.min(codes.length, 4))]!
  return isPlain
    ? code.published
    : from([code.code, code.label, '', 'no such code', 'true', `${code.published} `, '-'])
}

/** Rows of a table with a header row, some of which are twice there, close the list or are the headers again. */
export function messyRows({ fields }: TableSpec, rows: number, pick: Pick): string[][] {
  const mess = [0, 2, 15, 50][pick(4)]!
  const kept = fields.filter(() => pick(12) > 0)
  const columns = kept.length < 3 ? [...fields] : kept
  if (pick(3) === 0) columns.reverse()
  const headers = columns.map(({ name }) => (pick(15) === 0 ? ` ${name.toUpperCase()}` : name))
  const extra = pick(4) === 0 ? ['Strange'] : []
  const found: string[][] = []
  for (let row = 0; row < rows; row += 1) {
    const kind = pick(60)
    const wide = [...columns.map(() => ''), ...extra.map(() => '')]
    if (kind === 0) found.push(wide.with(pick(wide.length), 'Total'))
    else if (kind === 1) found.push(wide.with(0, 'Applied filters: none'))
    else if (kind === 2) found.push([...headers, ...extra])
    else if (kind === 3) found.push(wide)
    else if (kind === 4) found.push(wide.with(pick(wide.length), 'two words'))
    else if (kind < 9 && found.length > 0) found.push([...found[pick(found.length)]!])
    else found.push([...columns.map((field) => cellOf(field, pick, mess)), ...extra.map(() => 'x')])
  }
  return [[...headers, ...extra], ...found]
}

/** The text of a file: regular but for one file in four, which has one of the faults that make it another. */
export function messyText(rows: readonly (readonly string[])[], pick: Pick): string {
  const delimiter = [',', ',', ';', '\t', '|'][pick(5)]!
  const lineEnd = ['\n', '\r\n'][pick(2)]!
  const fault = pick(4) === 0 ? pick(6) : -1
  const quoted = (cell: string) =>
    pick(12) === 0 || /["\n\r]/.test(cell) || cell.includes(delimiter)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell
  const lines = rows.map((cells) => cells.map(quoted).join(delimiter))
  const at = 1 + pick(Math.max(1, lines.length - 1))
  if (fault === 0) lines[at] += `${delimiter}x${delimiter}y`
  if (fault === 1) lines[at] = lines[at]!.slice(0, Math.max(0, lines[at]!.lastIndexOf(delimiter)))
  if (fault === 2) lines.splice(at, 0, '')
  if (fault === 3) lines[at] = `a"b${lines[at]}`
  if (fault === 4) lines[at] = `${lines[at]}${lineEnd === '\n' ? '\r' : '\n'}`
  const titles = pick(4) === 0 ? ['"Contacts, as at 31 January 2015"'] : []
  const text = [...titles, ...lines].join(lineEnd)
  return (pick(4) === 0 ? '\ufeff' : '') + text + (pick(3) === 0 ? '' : lineEnd)
}

/** The same numbers for the same seed. */
export function seeded(seed: number): Pick {
  let state = seed
  return (count) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count
  }
}
