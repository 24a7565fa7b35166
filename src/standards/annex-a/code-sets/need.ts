import { code, codeSet } from '../../code-set.ts'

/** Older local codings put the number of the need first: `1a Physical Abuse`. */
const NEED_WORDS = [
  [/not (a )?child(ren)? in need|^child not in need|not cin|other than (a )?child(ren)? in need/, 'N9'],
  [/^1([a-h]|j|abusneg)\b|^abs /, 'N1'],
  [/^2([a-g]|chlddis)\b|^dis |^c?hi?lds? disab/, 'N2'],
  [/^3([a-g]|parntil)\b|^par /, 'N3'],
  [/^4([a-h]|famstrs)\b/, 'N4'],
  [/^5([a-h]|famdysf)\b|^fds /, 'N5'],
  [/^6([a-h]|socunac)\b|^bhv /, 'N6'],
  [/^7([a-h]|lowinc)\b/, 'N7'],
  [/^8([a-h]|abspar)\b|^abp /, 'N8'],
  [/acute (di)?stress/, 'N4'],
  [/dysfunction/, 'N5'],
  [/unacceptable behaviour/, 'N6'],
  [/low income/, 'N7'],
  [/absent parent|parent absent/, 'N8'],
  [/parent(s|al)? (illness|disability)|parental (alcohol|drug)|capacity of their parents/, 'N3'],
  [
    /abuse or neglect|abuse neglect|^(physical|emotional|sexual|child sexual) (abuse|harm)|^neglect$|^abuse$|significant harm/,
    'N1',
  ],
  [/\bdisab/, 'N2'],
  [/homeless|temporary crisis/, 'N4'],
  [/uasc|unaccompanied|no parents available/, 'N8'],
  [/childrens behaviour/, 'N6'],
  [/parenting capacity is chronically/, 'N5'],
  [/need code not|not stated|not yet determined/, 'N0'],
] as const

const NEED_JOINED = [
  'illness or disability',
  'illness or disabled',
  'ill or disabled',
  'parents or carers',
  'than children in need',
  'no recourse',
  'no cooperation',
  'no parents available',
  'non habitual',
  'non habitually',
  'non school attendance',
  'non uasc',
  'non agency',
  'not being adequately met',
  'not taking responsibility',
  'inadequate',
] as const

/** Primary support reasons of adult social care: `PSRMEM`, `Physical Support 18-64: Personal care`. */
const ADULT_REASONS = [
  [
    /^psr[a-z]{2,4}\b|^(physical|sensory|mental health|social|memory( and cognition)?) support\b|support with memory|\b18 64\b/,
    'is a support reason of adult social care, which says nothing of a child’s need',
  ],
] as const

export const primaryNeed = codeSet(
  [
    code('N1', 'N1 - Abuse or neglect', 'Abuse or neglect'),
    code('N2', 'N2 - Child’s disability', 'Child’s disability'),
    code('N3', 'N3 - Parental disability or illness', 'Parental disability or illness'),
    code('N4', 'N4 - Family in acute stress', 'Family in acute stress'),
    code('N5', 'N5 - Family dysfunction', 'Family dysfunction'),
    code('N6', 'N6 - Socially unacceptable behaviour', 'Socially unacceptable behaviour'),
    code('N7', 'N7 - Low income', 'Low income'),
    code('N8', 'N8 - Absent parenting', 'Absent parenting'),
    code('N9', 'N9 - Cases other than children in need', 'Cases other than children in need'),
    code('N0', 'N0 - Not stated', 'Not stated'),
  ],
  { token: /\b(N\d)(?!\d)/gi, words: NEED_WORDS, joined: NEED_JOINED, elsewhere: ADULT_REASONS },
)

export const categoryOfNeed = codeSet(
  [
    code('N1', 'N1 - Abuse or neglect', 'Abuse or neglect'),
    code('N2', 'N2 - Child’s disability', 'Child’s disability'),
    code('N3', 'N3 - Parental illness or disability', 'Parental illness or disability'),
    code('N4', 'N4 - Family in acute stress', 'Family in acute stress'),
    code('N5', 'N5 - Family dysfunction', 'Family dysfunction'),
    code('N6', 'N6 - Socially unacceptable behaviour', 'Socially unacceptable behaviour'),
    code('N7', 'N7 - Low income', 'Low income'),
    code('N8', 'N8 - Absent parenting', 'Absent parenting'),
  ],
  { token: /\b(N\d)(?!\d)/gi, words: NEED_WORDS, joined: NEED_JOINED, elsewhere: ADULT_REASONS },
)
