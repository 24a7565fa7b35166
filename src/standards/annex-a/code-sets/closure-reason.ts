import { code, codeSet } from '../../code-set.ts'

export const reasonForClosure = codeSet(
  [
    code('RC1', 'RC1 - Adopted', 'Adopted'),
    code('RC2', 'RC2 - Died', 'Died'),
    code('RC3', 'RC3 - Child arrangements order', 'Child arrangements order'),
    code('RC4', 'RC4 - Special guardianship order', 'Special guardianship order'),
    code(
      'RC5',
      'RC5 - Transferred to services of another local authority',
      'Transferred to services of another local authority',
    ),
    code(
      'RC6',
      'RC6 - Transferred to adult social care services',
      'Transferred to adult social care services',
    ),
    code(
      'RC7',
      'RC7 - Services ceased for any other reason, including child no longer in need',
      'Services ceased for any other reason, including child no longer in need',
    ),
    code(
      'RC8',
      'RC8 - Case closed after assessment, no further action',
      'Case closed after assessment, no further action',
    ),
    code(
      'RC9',
      'RC9 - Case closed after assessment, referred to early help',
      'Case closed after assessment, referred to early help',
    ),
  ],
  {
    joined: [
      'no step down',
      'no longer',
      'c or f',
      'parents or relatives',
      'relatives or other',
      'sgo or residence order or child arrangements',
      'not early help',
      'no response',
      'no further',
      'not under sgo or residence',
      'not part of',
      'not to be in need',
      'not in need',
      'non statutory case',
      'non social care',
      'and no social care services',
      'than former foster carers',
      'than fcs',
    ],
    token: /\b(RC[1-9])\b/gi,
    words: [
      // A reason for leaving care that says which orders it was not under.
      [/post adopt|not under (sgo|special)|deemed not .*need after referral/, 'RC7'],
      [/\badopt/, 'RC1'],
      [/\bdied\b|death|deceased/, 'RC2'],
      [/special (guardian|gship)/, 'RC4'],
      [/residence order|arrangements? order/, 'RC3'],
      [/to adult|adult (services|social|care)/, 'RC6'],
      [
        /(transfer\w*|moved?) .*(another|other) (la|local authority)|moved out of|left (the )?area|client moved to/,
        'RC5',
      ],
      [/after assess.* early help|early help team following/, 'RC9'],
      [
        /after( initial or continuous)? assess|deemed not .*need|not in need after|closed at first|no further action required|threshold not met|no factors identified|ineligible/,
        'RC8',
      ],
      [
        /no longer|not required|moved away|contact lost|changed?|advice given|reached 18|\btaf\b|\bcaf\b|step(ped)? (down|across)|other|ceased|cancelled|complet|achieved|closed?\b|closure|ended|external agency|placement|declined|withdr|inappropriate|early help|nfa|referred to|turned 18|leaving care|no further/,
        'RC7',
      ],
    ],
  },
)
