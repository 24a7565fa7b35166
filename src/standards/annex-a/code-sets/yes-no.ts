import { code, codeSet } from '../../code-set.ts'

export const yesNo = codeSet(
  [
    code('yes', 'a) Yes', 'Yes', ['Y', '1', '1 - Yes', 'True']),
    code('no', 'b) No', 'No', ['N', '0', '0 - No', 'False']),
  ],
  {
    words: [
      [/^non uasc$/, 'no'],
      [/^uasc$/, 'yes'],
    ],
  },
)

export const yesNoUnknown = codeSet(
  [
    code('yes', 'a) Yes', 'Yes', ['Y', '1', '1 - Yes', 'True']),
    code('no', 'b) No', 'No', ['N', '0', '0 - No', 'False']),
    code('unknown', 'c) Unknown', 'Unknown', ['NOBT', 'Not obtained']),
  ],
  {
    words: [
      [/^offered and accepted cyp not present/, 'yes'],
      [/^not offered/, 'no'],
      [/^offered and accepted/, 'yes'],
    ],
  },
)

export const ffaFlag = codeSet([
  code('yes', 'Yes', 'Yes', ['1', 'Y', '1 = Yes']),
  code('no', 'No', 'No', ['0', 'N', '0 = No']),
])

export const referralNfa = codeSet([
  code('yes', 'a) Yes', 'Yes', ['Y', '1', '1 - Yes', 'True', 'NFA', 'No further action']),
  code('no', 'b) No', 'No', ['N', '0', '0 - No', 'False', 'FA', 'Further action']),
])

export const disability = codeSet(
  [
    code('yes', 'a) Yes', 'Yes', [
      'Y',
      '1',
      '1 - Yes',
      'True',
      'MOB',
      'HAND',
      'PC',
      'INC',
      'COMM',
      'LD',
      'HEAR',
      'VIS',
      'BEH',
      'CON',
      'AUT',
      'DDA',
      'Disability',
      'Disabled under DDA - No other',
    ]),
    code('no', 'b) No', 'No', ['N', '0', '0 - No', 'False', 'NONE', 'NO DISABILITY']),
    code('unknown', 'c) Unknown', 'Unknown', [
      'NOBT',
      'Not obtained',
      'REFU',
      'Refused',
      'NOBT - Information not yet obtained',
    ]),
  ],
  {
    words: [
      [
        /asperger|autis|behaviour|communication|con(s)?cious|disabled under|hand function|incontinence|learning|mobility|personal care|vision|hearing/,
        'yes',
      ],
    ],
  },
)

export const childSeen = codeSet([
  code('yes', 'a) Yes', 'Yes', [
    'Y',
    '1',
    '1 - Yes',
    'True',
    'Child seen',
    'Child seen alone',
    'Seen',
    'Seen alone',
  ]),
  code('no', 'b) No', 'No', [
    'N',
    '0',
    '0 - No',
    'False',
    'Child not seen',
    'Child not seen alone',
    'Not seen',
    'Not seen alone',
    'Unborn',
  ]),
  code('unknown', 'c) Unknown', 'Unknown', ['NOBT', 'Not obtained']),
])
