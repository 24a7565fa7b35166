import { code, codeSet } from '../../code-set.ts'

export const caseStatus = codeSet(
  [
    code('looked_after', 'a) Looked after child', 'Looked after child', [
      'CLA',
      'CLA&CP',
      'LAC',
      'CLA&CPP',
      'CP/CLA',
    ]),
    code('child_protection', 'b) Child Protection plan', 'Child Protection plan', ['CP', 'CPP', 'CP Ext']),
    code('child_in_need', 'c) Child in need plan', 'Child in need plan', ['CIN', 'CiN Plan']),
    code('open_assessment', 'd) Open assessment', 'Open assessment', ['Open asmt']),
    code('closed', 'e) Closed episode', 'Closed episode', ['Care leaver']),
  ],
  {
    words: [
      [/^closed\b/, 'closed'],
      [/assessment/, 'open_assessment'],
    ],
  },
)
