import { code, codeSet } from '../code-set.ts'

export const categoryOfAbuse = codeSet(
  [
    code('NEG', 'a) Neglect', 'Neglect', ['YNNN', 'Neglect Only', 'Neglect Abuse', 'Likelihood of Neglect']),
    code('PHY', 'b) Physical abuse', 'Physical abuse', [
      'PA',
      'NYNN',
      'PHYSAB',
      'Physical',
      'Physical injury',
      'Physical abuse only',
      'Likelihood of Physical',
    ]),
    code('SAB', 'c) Sexual abuse', 'Sexual abuse', ['NNYN', 'Sexual', 'Sexual Only', 'Likelihood of Sexual']),
    code('EMO', 'd) Emotional abuse', 'Emotional abuse', [
      'NNNY',
      'Emotion',
      'Emotional',
      'Emotional abuse only',
      'Likelihood of Emotional',
    ]),
    code('MUL', 'e) Multiple/not recommended', 'Multiple/not recommended', [
      'NYNY',
      'NYYN',
      'YNNY',
      'YYNN',
      'YYYN',
      'Muliple',
      'Multiple',
      'Neglect Sexual',
      'Physical Sexual',
      'Neglect Physical',
    ]),
  ],
  {
    words: [
      [/^multiple|(physical|sexual|emotional|neg).*(physical|sexual|emotional|neg)/, 'MUL'],
      [/^[yn]*y[yn]*y[yn]*$/, 'MUL'],
      [/\bneglect\b/, 'NEG'],
      [/\bphysical\b/, 'PHY'],
      [/\bsexual\b/, 'SAB'],
      [/\bemotional\b/, 'EMO'],
    ],
  },
)
