import { code, codeSet } from '../../code-set.ts'

export const adoptionDecisionReversedReason = codeSet(
  [
    code(
      'RD1',
      'RD1 - The child’s needs changed subsequent to the decision',
      'The child’s needs changed subsequent to the decision',
    ),
    code('RD2', 'RD2 - The Court did not make a placement order', 'The Court did not make a placement order'),
    code('RD3', 'RD3 - Prospective adopters could not be found', 'Prospective adopters could not be found'),
    code('RD4', 'RD4 - Any other reason', 'Any other reason'),
  ],
  {
    token: /\b(RD[1-4])\b/gi,
    words: [
      [/needs changed/, 'RD1'],
      [/court(?!.*overturn)/, 'RD2'],
      [/no adopters|adopters cannot/, 'RD3'],
      [/adopters/, 'RD3'],
    ],
  },
)

export const adopterLeavingReason = codeSet(
  [
    code('1', '1 - Adopter withdrew from process', 'Adopter withdrew from process', ['Withdrew']),
    code('2', '2 - Process put on hold', 'Process put on hold', ['On hold']),
    code('3', '3 - Application refused', 'Application refused'),
  ],
  { token: /^([123])\s*[-–:]|\[([123])\]/g, words: [[/refused/, '3']] },
)
