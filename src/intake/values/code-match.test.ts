import { expect, test } from 'vitest'
import { matchCode } from './code-match.ts'
import { ANNEX_A_LISTS, annexAHeaders } from '../../standards/annex-a/lists.ts'
import { codeSetOf, publishedCode } from '../../standards/code-sets.ts'

const code = (set: string, text: string) => matchCode(codeSetOf(set), text)?.code.code ?? null
const how = (set: string, text: string) => matchCode(codeSetOf(set), text)?.how ?? null
const sets = new Set(ANNEX_A_LISTS.flatMap(({ fields }) => fields.flatMap(({ codeSet }) => codeSet ?? [])))

test('every code is read back from its published form, and from itself', () => {
  for (const name of sets) {
    for (const { code: bare, published } of codeSetOf(name).codes) {
      expect([name, published, code(name, published), how(name, published)]).toEqual([
        name,
        published,
        bare,
        'published',
      ])
      expect([name, bare, code(name, bare)]).toEqual([name, bare, bare])
      expect(publishedCode(name, bare)).toBe(published)
    }
  }
})

test('a yes/no column publishes true and false', () => {
  expect([publishedCode('yes_no', true), publishedCode('suitability', false)]).toEqual([
    'a) Yes',
    'b) Unsuitable',
  ])
  expect(() => publishedCode('ethnicity', 'XXXX')).toThrow('There is no code XXXX in ethnicity')
})

test('letters are not trusted: the code or the words decide', () => {
  expect([code('ethnicity', 's) REFU'), code('ethnicity', 's) NOBT'), code('ethnicity', 't) NOBT')]).toEqual([
    'REFU',
    'NOBT',
    'NOBT',
  ])
  expect([code('gender_adopter', 'c) Not stated/recorded'), code('gender_adopter', 'd) Neither')]).toEqual([
    'U',
    'I',
  ])
})

test('a code among other words is found', () => {
  expect(code('legal_status', 'C1 - Interim care order')).toBe('C1')
  expect(code('legal_status', 'INTERIM CARE ORDER [C1]')).toBe('C1')
  expect(code('legal_status', "Code 'V2' is not mapped")).toBe('V2')
  expect(code('gender', 'Code F is not mapped')).toBe('F')
  expect(code('ethnicity', 'Code "WTUK" is not mapped.')).toBe('WOTH')
  expect(code('ethnicity', 'WTUK Turkish')).toBe('WOTH')
  expect(code('ethnicity', 'D.D2')).toBe('BAFR')
  expect(code('adopter_leaving_reason', 'PROCESS PUT ON HOLD [2]')).toBe('2')
  expect(code('accommodation_type', '(Z) With former foster carers')).toBe('Z')
  expect(code('accommodation_type', 'U1')).toBe('U')
  expect(code('placement_type', 'T0 : T0 All types of temporary move')).toBe('T0')
  expect(code('placement_provider', 'e) PR4 - Private provision')).toBe('PR4')
  expect(code('contact_source', '‘POLICE’')).toBe('6')
})

test('words alone are enough, with curly quotes, mojibake and spaces to spare', () => {
  expect(code('gender', 'Female')).toBe('F')
  expect(code('ethnicity', 'White  >  British')).toBe('WBRI')
  expect(code('primary_need', 'Child’s disability')).toBe('N2')
  expect(
    code('adoption_decision_reversed_reason', 'Childâ€™s needs changed subsequent to the decision'),
  ).toBe('RD1')
  for (const text of ['ChildÃ¢â‚¬â„¢s disability', 'Child\u0092s disability', 'child?s disability']) {
    expect([text, code('primary_need', text)]).toEqual([text, 'N2'])
  }
  expect(code('contact_source', 'HEALTH SERVICES â€“ health visitor')).toBe('3B')
  expect(code('category_of_abuse', 'Neglect, Physical')).toBe('MUL')
  expect(code('category_of_abuse', 'NYYN')).toBe('MUL')
})

test('what is not known is not guessed', () => {
  for (const [set, text] of [
    ['primary_need', 'PSRMEM - Support with memory and cognition'],
    ['gender', 'a) Male / d) Neither'],
    ['yes_no', 'CS Assessment Updated'],
    ['ethnicity', '#MULTIVALUE'],
    ['ethnicity', 'Code S is not mapped'],
    ['contact_source', 'Parenting staff'],
    ['placement_type', 'Secure units, homes and hostels'],
    ['reason_for_closure', 'Code 99 is not mapped'],
  ] as const) {
    expect([text, code(set, text)]).toEqual([text, null])
  }
})

test('the lists have the columns that Ofsted publishes', () => {
  expect(ANNEX_A_LISTS.map(({ fields }) => fields.length)).toEqual([7, 8, 11, 12, 14, 14, 17, 34, 17, 16, 19])
  expect(annexAHeaders(1)).toEqual([
    'Child Unique ID',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'Date of Contact',
    'Contact Source',
  ])
})
