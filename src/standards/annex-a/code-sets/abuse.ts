import { code, codeSet } from '../../code-set.ts'

export const categoryOfAbuse = codeSet(
  [
    code('NEG', 'a) Neglect', 'Neglect', ['YNNN']),
    code('PHY', 'b) Physical abuse', 'Physical abuse', ['PA', 'NYNN', 'PHYSAB']),
    code('SAB', 'c) Sexual abuse', 'Sexual abuse', ['NNYN']),
    code('EMO', 'd) Emotional abuse', 'Emotional abuse', ['NNNY', 'Emotion']),
    code('MUL', 'e) Multiple/not recommended', 'Multiple/not recommended', ['Muliple']),
  ],
  {
    combinations: ['MUL'],
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
