/**
 * The children in need census as its schemas define it, in short: elements in their order, how often each may be,
 * and what it may hold. After the department's schemas for 2018 to 2026 (Crown copyright, Open Government Licence v3.0),
 * as LIIA keeps them. A line is an element: `?` none or one, `*` any number, `+` at least one; then its type; then
 * the years it is there.
 */
const DEFINITION = `
Message
  Header ?
    CollectionDetails ?
      Collection ? CIN
      Year ? year
      ReferenceDate ? date
    Source *
      SourceLevel ? L
      LEA . lea
      SoftwareCode ? text
      Release ? text
      SerialNo ? serial
      DateTime ? instant
  Children
    Child +
      ChildIdentifiers
        LAchildID . text
        UPN ? upn
        FormerUPN ? upn
        UPNunknown ? noUpn
        PersonBirthDate ? date
        ExpectedPersonBirthDate ? date
        GenderCurrent . gender 2018-2024
        Sex . sex 2025-2026
        PersonDeathDate ? date
      ChildCharacteristics
        Ethnicity . ethnicity
        Disabilities ?
          Disability + disability
      CINdetails +
        CINreferralDate . date
        ReferralSource . source
        PrimaryNeedCode ? need
        CINclosureDate ? date
        ReasonForClosure ? closure
        DateOfInitialCPC ? date
        Assessments *
          AssessmentActualStartDate . date
          AssessmentInternalReviewDate ? date
          AssessmentAuthorisationDate ? date
          FactorsIdentifiedAtAssessment ?
            AssessmentFactors + factor
        CINPlanDates * . 2022-2026
          CINPlanStartDate . date
          CINPlanEndDate ? date
        Section47 *
          S47ActualStartDate . date
          InitialCPCtarget ? date
          DateOfInitialCPC ? date
          ICPCnotRequired . flag
        ReferralNFA . flag
        ChildProtectionPlans *
          CPPstartDate . date
          CPPendDate ? date
          InitialCategoryOfAbuse . abuse
          LatestCategoryOfAbuse . abuse
          NumberOfPreviousCPP . count
          Reviews ?
            CPPreviewDate + date`

const PATTERNS: Readonly<Record<string, RegExp>> = {
  CIN: /^CIN$/,
  L: /^L$/,
  year: /^\d{4}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/,
  lea: /^\d{3}$/,
  serial: /^\d{3}\d*$/,
  text: /./,
  upn: /^[A-Za-z]\d{11}[\dA-Za-z]$/,
  count: /^\d+$/,
  flag: /^[01]$/,
}

/** Codes, and behind `@` those that came with a year. */
const CODES: Readonly<Record<string, string>> = {
  noUpn: 'UN1 UN2 UN3 UN4 UN5 UN6 UN7',
  gender: '0 1 2 9',
  sex: 'M F U',
  ethnicity:
    'WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
  disability: 'NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA',
  source: '1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D@2023 6 7 8 9 10',
  need: 'N1 N2 N3 N4 N5 N6 N7 N8 N9 N0',
  closure: 'RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9@2023',
  abuse: 'NEG PHY SAB EMO MUL',
  factor:
    '1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A 18A ' +
    '18B@2021 18C@2021 19A 19B@2021 19C@2021 20 21 22A 23A 24A@2022',
}

interface Definition {
  name: string
  least: number
  most: number
  type: string | null
  children: Definition[]
}

/** An element of a file, with its text or with what is in it. */
export interface ReadElement {
  name: string
  text: string
  children: ReadElement[]
}

const HOW_OFTEN: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '.': [1, 1],
  '?': [0, 1],
  '*': [0, Infinity],
  '+': [1, Infinity],
}

/** The definition as it stood in a year. */
function definitionOf(year: number): Definition {
  const root: Definition = { name: '', least: 1, most: 1, type: null, children: [] }
  const open = [root]
  for (const line of DEFINITION.trim().split('\n')) {
    const depth = /^ */.exec(line)![0].length / 2
    const [name = '', often = '.', type = '.', years = '0-9999'] = line.trim().split(' ')
    const [since, until] = years.split('-').map(Number) as [number, number]
    const [least, most] = HOW_OFTEN[often]!
    const element = { name, least, most, type: type === '.' ? null : type, children: [] }
    if (year >= since && year <= until) open[depth]!.children.push(element)
    open[depth + 1] = element
  }
  return root.children[0]!
}

/** Where a file is not as the census of that year's edition has it: no element out of order, none missing, no strange code. */
export function faultsOf(xml: string, edition: number): string[] {
  const faults: string[] = []
  const check = (element: ReadElement, as: Definition, path: string): void => {
    if (as.type !== null) {
      if (!isOfType(element.text, as.type, edition)) faults.push(`${path}: ${element.text}`)
      return
    }
    if (element.text.trim() !== '') faults.push(`${path}: stray text ${element.text.trim()}`)
    let at = 0
    for (const wanted of as.children) {
      let count = 0
      while (element.children[at]?.name === wanted.name) {
        check(element.children[at]!, wanted, `${path}/${wanted.name}`)
        count += 1
        at += 1
      }
      if (count < wanted.least || count > wanted.most) faults.push(`${path}: ${count} ${wanted.name}`)
    }
    const strange = element.children[at]
    if (strange) faults.push(`${path}: ${strange.name} is strange or out of order`)
  }
  check(readXml(xml), definitionOf(edition), 'Message')
  return faults
}

function isOfType(text: string, type: string, edition: number): boolean {
  const codes = CODES[type]
  if (codes === undefined) return PATTERNS[type]!.test(text)
  return codes.split(' ').some((code) => {
    const [bare, since = '0'] = code.split('@')
    return bare === text && edition >= Number(since)
  })
}

/** Reads elements and text; a file of ours has no attributes. */
export function readXml(xml: string): ReadElement {
  const root: ReadElement = { name: '', text: '', children: [] }
  const open = [root]
  const content = xml.replace(/^<\?xml[^>]*\?>/, '').replaceAll(/<!--.*?-->/gs, '')
  for (const [, closes, name, isEmpty, text] of content.matchAll(/<(\/)?(\w+)(\/)?>|([^<]+)/g)) {
    if (text !== undefined) open.at(-1)!.text += text
    else if (closes !== undefined) open.pop()
    else {
      const element = { name: name!, text: '', children: [] }
      open.at(-1)!.children.push(element)
      if (isEmpty === undefined) open.push(element)
    }
  }
  return root.children[0]!
}

/** Every element of a name, at any depth. */
export const elementsOf = (element: ReadElement, name: string): ReadElement[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => elementsOf(child, name)),
]
