/** A row of a file of the return, by column; blank cells may be left out. */
export type Cells = Readonly<Record<string, string>>

/** Rows of each file of a return: `{ header: [...], episodes: [...] }`. */
export type ReturnRows = Readonly<Record<string, readonly Cells[]>>

const words = (text: string): readonly string[] => text.split(' ')

/** What stands flat in the header, in the order of the schema of 2021; `AMISSING` and the like come between. */
const BEFORE = words('CHILD UPN SEX DOB ETHNIC')
const FLAT = words('DUC DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR')
const LEAVER = words('IN_TOUCH ACTIV ACCOM')
const MOTHER = words('MOTHER MC_DOB')
const EPISODE = words(
  'DECOM RNE LS CIN PLACE PL_POST HOME_POST URN PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE',
)
const BLOCKS: Readonly<Record<string, { element: string; columns: readonly string[] }>> = {
  missing: { element: 'AMISSING', columns: words('MISSING MIS_START MIS_END') },
  reviews: { element: 'AREVIEW', columns: words('REVIEW REVIEW_CODE') },
  prev_perm: { element: 'PERMANENCE', columns: words('PREV_PERM LA_PERM DATE_PERM') },
  oc2: {
    element: 'OC2',
    columns: words(
      'SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT ' +
        'SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED',
    ),
  },
  placed_adoption: {
    element: 'AD_PLACED',
    columns: words('DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED'),
  },
}

/** Names that the XML has for two columns. */
const RENAMED: Readonly<Record<string, string>> = { CHILD: 'CHILDID', PLACE: 'PL' }

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** An empty element is written for a blank: what the schema asks for is always there. */
const elements = (cells: Cells | undefined, columns: readonly string[]): string =>
  columns
    .map((column) => {
      const name = RENAMED[column] ?? column
      return `<${name}>${escaped(cells?.[column] ?? '')}</${name}>`
    })
    .join('')

/** The return as the one XML file, an element on a line. */
export function returnXml(files: ReturnRows): string {
  const rowsOf = new Map(
    Object.entries(files).map(([file, rows]) => [file, Map.groupBy(rows, ({ CHILD }) => CHILD)]),
  )
  const lines = ['<?xml version="1.0" encoding="utf-8"?>', '<EXPSSDA903>']
  for (const child of files['header'] ?? []) {
    const of = (file: string): readonly Cells[] => rowsOf.get(file)?.get(child['CHILD']) ?? []
    const blocks = (file: string) =>
      of(file).map((row) => {
        const { element, columns } = BLOCKS[file]!
        return `<${element}>${elements(row, columns)}</${element}>`
      })
    lines.push(
      '<CHILD>',
      '<HEADER>',
      elements(child, BEFORE),
      `<UASC>${of('uasc').length > 0 ? 1 : 0}</UASC>`,
      elements({ ...of('uasc')[0], ...of('ad1')[0] }, FLAT),
      elements(of('oc3')[0], LEAVER),
      ...blocks('missing'),
      ...blocks('reviews'),
      elements(child, MOTHER),
      ...['prev_perm', 'oc2', 'placed_adoption'].flatMap(blocks),
      '</HEADER>',
      ...of('episodes').map((row) => `<EPISODE>${elements(row, EPISODE)}</EPISODE>`),
      '</CHILD>',
    )
  }
  return `${[...lines, '</EXPSSDA903>'].join('\n')}\n`
}
