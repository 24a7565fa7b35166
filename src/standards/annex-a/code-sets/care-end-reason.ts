import { code, codeSet } from '../../code-set.ts'

export const reasonCeasedLookedAfter = codeSet(
  [
    code(
      'E11',
      'a) E11: Adopted - application unopposed',
      'Adopted - application for an adoption order unopposed',
    ),
    code('E12', 'b) E12: Adopted - consent dispensed', 'Adopted – consent dispensed with by court'),
    code('E2', 'c) E2: Died', 'Died'),
    code('E3', 'd) E3: Care taken by another LA', 'Care taken over by another local authority in the UK'),
    code(
      'E4A',
      'e) E4A: Returned home to live with parents or relatives - part of planning',
      'Return home to live with parents, relatives, or other person with parental responsibility as part of the care planning process (not under a special guardianship order or residence order or (from 22 April 2014) a child arrangements order).',
    ),
    code(
      'E4B',
      'f) E4B: Returned home to live with parents or relatives - not part of planning',
      'Return home to live with parents, relatives, or other person with parental responsibility which was not part of the current care planning process (not under a special guardianship order or residence order or (from 22 April 2014) a child arrangements order).',
    ),
    code(
      'E13',
      'g) E13: Parents, relatives or other with no parental responsibility',
      'Left care to live with parents, relatives, or other person with no parental responsibility.',
    ),
    code(
      'E41',
      'h) E41: Residence order granted',
      'Residence order (or, from 22 April 2014, a child arrangement order which sets out with whom the child is to live) granted',
    ),
    code(
      'E45',
      'i) E45: Special Guardianship Orders - former carer relative/friend',
      'Special Guardianship Order made to former foster carers, who were a relative or friend',
    ),
    code(
      'E46',
      'j) E46: Special Guardianship Orders - former carer other',
      'Special Guardianship Order made to former foster carers, other than relatives or friends',
    ),
    code(
      'E47',
      'k) E47: Special Guardianship Orders - relative/friend',
      'Special Guardianship Order made to carers, other than former foster carers, who were a relative or friend',
    ),
    code(
      'E48',
      'l) E48: Special Guardianship Orders - other',
      'Special Guardianship Order made to carers, other than former foster carers, other than relatives or friends',
    ),
    code(
      'E5',
      'm) E5: Moved into independent living - supported',
      'Moved into independent living arrangement and no longer looked after: supportive accommodation providing formalised advice/support arrangements (such as most hostels, YMCAs, foyers, and care leavers projects)',
    ),
    code(
      'E6',
      'n) E6: Moved into independent living - no support',
      'Moved into independent living arrangement and no longer looked after : accommodation providing no formalised advice/support arrangements (such as bedsit, own flat, living with friends)',
    ),
    code(
      'E7',
      'o) E7: Transferred to residential care funded by adult social services',
      'Transferred to residential care funded by Adult Social Services',
    ),
    code('E9', 'p) E9: Sentenced to custody', 'Sentenced to custody'),
    code('E14', 'q) E14: Accommodation on remand ended', 'Accommodation on remand ended'),
    code(
      'E15',
      'r) E15: Age assessment determined child was 18 or over',
      'Age assessment determined child is aged 18 or over and E5, E6 and E7 do not apply',
    ),
    code('E16', 's) E16: Child moved abroad', 'Child moved abroad'),
    code(
      'E8',
      't) E8: Care ceased for any other reason',
      'Period of being looked after ceased for any other reason',
    ),
    code('X1', 'u) X1:CodeError', 'Episode ceases, and new episode begins on same day, for any reason'),
    code(
      'E17',
      'v) E17: Aged 18+ and remained with current carers',
      'Aged 18 or over and remained with current carers',
    ),
    code(
      'E4',
      'E4',
      'Returned home to live with parents, relatives, or other person with parental responsibility (before it was split)',
    ),
    code('E43', 'E43', 'Special guardianship order made to former foster carers (before 2018)'),
    code(
      'E44',
      'E44',
      'Special guardianship order made to carers other than former foster carers (before 2018)',
    ),
  ],
  {
    token: /\bS?(E(?:4[AB1345678]?|1[1-7]|[2356789])|X1)\b/gi,
    words: [
      [/age assess/, 'E15'],
      [/consent dispensed/, 'E12'],
      [/\badopted\b/, 'E11'],
      [/\bdied\b/, 'E2'],
      [/care taken|services of another la/, 'E3'],
      [/remained with current carers|staying put|turned 18 .*former foster carer/, 'E17'],
      [/no (p[ae]rental|pr)\b|without pr/, 'E13'],
      [/not part of|unplanned|which was not/, 'E4B'],
      [/return\w* home|ret home|with parent/, 'E4A'],
      [/residence( care arrangement)? order|arrangements? (res )?order|res order/, 'E41'],
      [
        /(special g|^sg ).*(not former|other than (former )?(fcs?|foster|f carer)).*(not relative|other than rel)/,
        'E48',
      ],
      [/(special g|^sg ).*(not former|other than (former )?(fcs?|foster|f carer))/, 'E44'],
      [/special g|^sg |^e42/, 'E43'],
      [/(unsupported|no formal|without formal|non supportive|no ongoing|no support)/, 'E6'],
      [/independ|indep liv|supported +accommodation/, 'E5'],
      [/adult/, 'E7'],
      [/sentenced/, 'E9'],
      [/remand/, 'E14'],
      [/abroad|another country/, 'E16'],
      [/any other reason/, 'E8'],
      [/new episode begins/, 'X1'],
    ],
  },
)
