import { code, codeSet } from '../../code-set.ts'

export const gender = codeSet(
  [
    code('M', 'a) Male', 'Male', ['1', '1 - Male', 'a)']),
    code('F', 'b) Female', 'Female', ['2', '2 - Female', 'b)', 'fem']),
    code('U', 'c) Not stated/recorded', 'Not stated or recorded, or unborn', [
      'c) Not stated/recorded (or unborn)',
      'Not recorded',
      'Not known',
      'Unknown',
      '0',
      '9',
      '0 - Not known',
      '0 - Not Recorded',
      'Unborn',
      'Unborn/Unknown',
      'Unspecified',
      'Withheld',
      'Indeterminate',
    ]),
    code('I', 'd) Neither', 'Neither', ['Indeterminate Gender', 'Non-Binary', 'Unable to classify']),
  ],
  { words: [[/transgender|dysphoria/, 'I']] },
)

export const genderAdopter = codeSet([
  code('M', 'a) Male', 'Male', ['1', '1 - Male']),
  code('F', 'b) Female', 'Female', ['2', '2 - Female']),
  code('I', 'c) Neither', 'Neither'),
  code('U', 'd) Not stated/recorded', 'Not stated or recorded', ['Unknown']),
])
