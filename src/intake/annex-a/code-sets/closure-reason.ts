import { code, codeSet } from '../code-set.ts'

export const reasonForClosure = codeSet(
  [
    code('RC1', 'RC1 - Adopted', 'Adopted', ['Adopted (CIN RC1)']),
    code('RC2', 'RC2 - Died', 'Died', ['Death (CIN RC2)']),
    code('RC3', 'RC3 - Child arrangements order', 'Child arrangements order', [
      'RC3 - Residence Order',
      'Residence Order (CIN RC3)',
      'RC3 - Child Arrangement Order',
    ]),
    code('RC4', 'RC4 - Special guardianship order', 'Special guardianship order', [
      'Special Guardianship Order (CIN RC4)',
    ]),
    code(
      'RC5',
      'RC5 - Transferred to services of another local authority',
      'Transferred to services of another local authority',
      [
        'RC5 - Transfer to another LA',
        'RC5  Transferred to services of another LA',
        'RC5 - Client Moved to Other Local Authority',
        'Transferred to other Local Authority (CIN RC5)',
        'RC5 Transfered to services of another LA',
        'RC5 - Transferred to serivces of another local authority',
      ],
    ),
    code(
      'RC6',
      'RC6 - Transferred to adult social care services',
      'Transferred to adult social care services',
      [
        'RC6 - Transfer to Adult Social Services',
        'RC6:Transferred to adult social services',
        'Transferred to Adult Social Care (CIN RC6)',
        'RC6 - Transferred to Adult Care Services',
      ],
    ),
    code(
      'RC7',
      'RC7 - Services ceased for any other reason, including child no longer in need',
      'Services ceased for any other reason, including child no longer in need',
      [
        'Closed for any other reason (CIN RC7)',
        "RC7 - 'Other' incl. Child no longer in need",
        'RC7 - Other reason including no longer in need',
        'RC7 - Any other reason inc. child no longer in need',
        'RC7:Case closed after assessment, no further action',
        'RC7 Services ceased for any other reason, inc. no longer CIN',
      ],
    ),
    code(
      'RC8',
      'RC8 - Case closed after assessment, no further action',
      'Case closed after assessment, no further action',
      [
        'RC8 School Leaving Age',
        'Deemed not to be in need after assess (CIN RC8)',
        'RC8 - Child deemed not to be in need after assessment',
        'RC8 - Case closed immediately after assessment, no further action',
        'RC8 - Child deemed not to be in need of service after single assessment',
        'RC8 - Case closed after assessment, no further action (no step down to CAF)',
      ],
    ),
    code(
      'RC9',
      'RC9 - Case closed after assessment, referred to early help',
      'Case closed after assessment, referred to early help',
    ),
  ],
  {
    token: /\b(RC[1-9])\b/gi,
    words: [
      [/post adopt/, 'RC7'],
      [/\badopt/, 'RC1'],
      [/\bdied\b|death|deceased/, 'RC2'],
      [/special guardian/, 'RC4'],
      [/residence order|arrangements? order/, 'RC3'],
      [/to adult|adult (services|social|care)/, 'RC6'],
      [
        /(transfer\w*|moved?) .*(another|other) (la|local authority)|moved out of|left (the )?area|client moved to/,
        'RC5',
      ],
      [/after assess.* early help|early help team following/, 'RC9'],
      [
        /after( initial or continuous)? assess|deemed not .*need|not in need after|closed at first|no further action required|threshold not met|ineligible/,
        'RC8',
      ],
      [
        /no longer (in need|eligible|required)|step(ped)? (down|across)|other|ceased|complet|achieved|closed?\b|declined|withdr|inappropriate|early help|nfa|referred to|turned 18|leaving care|no further/,
        'RC7',
      ],
    ],
  },
)
