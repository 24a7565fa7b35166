import { code, codeSet } from '../code-set.ts'

export const careLeaverEligibility = codeSet(
  [
    code('relevant', 'a) Relevant child', 'Relevant child', ['R']),
    code('former_relevant', 'b) Former relevant child', 'Former relevant child', [
      'Care Leaver - Former Relevant',
      'Care Leaver - PA to 25',
      'former relevant 18-20',
      'former relevant 21-24',
      'FR',
    ]),
    code('qualifying', 'c) Qualifying care leaver', 'Qualifying care leaver', [
      'Q',
      'Qualifying (Former Relevant)',
    ]),
    code('eligible', 'd) Eligible child', 'Eligible child (still looked after, 16 or 17)', [
      'E',
      'Other - eligible',
    ]),
  ],
  { words: [[/former relevant/, 'former_relevant']] },
)

export const laInTouch = codeSet(
  [
    code('YES', 'a) Yes', 'In touch', ['Y', 'YES - In touch', '1']),
    code('NO', 'b) No', 'Not in touch', ['N', '2']),
    code('DIED', 'c) Died', 'Died after leaving care'),
    code('REFU', 'd) Refu', 'Refuses contact', ['Refused', '3']),
    code('NREQ', 'e) NREQ', 'No longer requires services', ['Not required']),
    code('RHOM', 'f) Rhom', 'Returned home for six months or more', ['Returned home']),
  ],
  {
    words: [
      [/refuse/, 'REFU'],
      [/no longer requires/, 'NREQ'],
      [/return\w* (to (live with )?(parents|their)|home)/, 'RHOM'],
      [/\bdied\b/, 'DIED'],
      [/^(\d+ )?yes\b/, 'YES'],
      [/^(\d+ )?no\b(?! care leaver)/, 'NO'],
    ],
  },
)

export const accommodationType = codeSet(
  [
    code('B', 'B: Parents/relatives', 'With parents or relatives', [
      'B1',
      'B – With parents',
      'B With parents or relatives',
      'With parents or relatives [B]',
    ]),
    code(
      'C',
      'C: Community home / residential care',
      'Community home or other form of residential care such as an NHS establishment',
      [
        'C1',
        'C community home',
        'Community home [C]',
        'C NHS establishment',
        "Code 'C2' is not mapped",
        'C Community home or residential care',
        'C Community Home or other form of residential care',
      ],
    ),
    code(
      'D',
      'D: Semi-independent, transitional accommodation and self-contained accommodation',
      'Semi-independent, transitional accommodation (like a supported hostel, trainer flats); self-contained accommodation with specialist personal assistance support (for example, for young people with disabilities, pregnant young women and single parents); and self-contained accommodation with floating support',
      [
        'D1',
        'D Semi-independent',
        'Semi-independent accommodation [D]',
        'D - Semi-independent, transitional accom',
        'D Semi-independent, transitional accommodation',
        '(D) 16+ Semi-independent Transitional Accommodation',
      ],
    ),
    code(
      'E',
      'E: Supported lodgings',
      'Supported lodgings (accommodation, usually in a family home, where adults in the “host family” provide formal advice and support)',
      [
        'E1',
        'Supported lodgings [E]',
        '(E) 16+ In-house Supported Lodgings',
        'E - Supported Lodgings (Not Former Foster Carer)',
      ],
    ),
    code('G', 'G: Abroad', 'Gone abroad', ['G - Gone abroad', 'Gone abroad [G]']),
    code('H', 'H: Deported', 'Deported'),
    code('K', 'K: Ordinary lodgings, without formal support', 'Ordinary lodgings, without formal support', [
      'K1',
      'K Ordinary lodgings',
      "Code 'K2' is not mapped",
    ]),
    code('R', 'R: Residence not known', 'Residence not known', ['R2', '(R) 16+ Residence not known']),
    code('S', 'S: No fixed abode / homeless', 'No fixed abode / homeless', [
      '(S) No Fixed Above/Homeless',
      'No fixed abode/homeless [S]',
      '(S) No fixed abode or homeless',
    ]),
    code(
      'T',
      'T: Foyers and similar supported accommodation',
      'Foyers and similar supported accommodation which combines the accommodation with opportunities for education, training or employment',
      ['T1', 'T Foyers', 'Foyers [T]'],
    ),
    code(
      'U',
      'U: Independent living',
      'Independent living, for example independent tenancy of flat, house or bedsit, including local authority or housing association tenancy, or accommodation provided by a college or university. Includes flat sharing',
      [
        'U1',
        'Independent living [U]',
        '(U) 16+ Independent Living',
        'U - Independent Living, Eg Tenancy Of Flat Or House',
      ],
    ),
    code(
      'V',
      'V: Emergency accommodation',
      'Emergency accommodation (like a night shelter, direct access or emergency hostel)',
      ['V1', '(V) 16+ Emergency Accommodation'],
    ),
    code('W', 'W: Bed and breakfast', 'Bed and breakfast', ['W2', '(W) 16+ Bed and Breakfast']),
    code('X', 'X: In custody', 'In custody', ['X1', 'X Custody', 'In custody [X]', '(X) 16+ Custody']),
    code('Y', 'Y: Other accommodation', 'Other accommodation', [
      'Y1',
      'Y - Suitable',
      'Y - Not suitable',
      'Other accommodation [Y]',
      'Y residing with friends',
    ]),
    code('Z', 'Z: With former foster carers', 'With former foster carers', [
      'Z1',
      'Z - Staying Put',
      '(Z) 16+ Staying Put',
      'Z1 - With Foster Carers',
      'Z With former foster carer',
      'With former foster carers [Z]',
    ]),
  ],
  {
    token:
      /^([B-EGHKR-Z])[0-2]?(?=\s*[-–:]|\s+\w|$)|\(([B-EGHKR-Z])[0-2]?\)|\[([B-EGHKR-Z])[0-2]?\]|'([B-EGHKR-Z])[0-2]?'/g,
    words: [
      [/former fost|staying put|foster (placement|carer)/, 'Z'],
      [/foyer/, 'T'],
      [/emergency/, 'V'],
      [/bed and breakfast/, 'W'],
      [/custody|young offender|prison/, 'X'],
      [/parents or relatives|parents relatives|friends and family/, 'B'],
      [/semi independent|transitional|mother and baby|not subject to/, 'D'],
      [/supported lodgings/, 'E'],
      [/community home|residential (care|placement)|homes and hostels|\bnhs\b/, 'C'],
      [/independe?a?nt living|tenancy|university/, 'U'],
      [/lodgings/, 'K'],
      [/homeless|no fixed/, 'S'],
      [/not known|not recorded|not stated|no information/, 'R'],
      [/gone abroad/, 'G'],
      [/deported/, 'H'],
      [/friends|other accommodation/, 'Y'],
    ],
  },
)

export const suitability = codeSet(
  [
    code('yes', 'a) Suitable', 'Suitable', [
      '1',
      '1 - Suitable',
      'Accommodation is considered suitable',
      'Y',
      'True',
    ]),
    code('no', 'b) Unsuitable', 'Unsuitable', [
      '2',
      '0',
      '2 - Unsuitable',
      '0 - Unsuitable',
      'Not suitable',
      'Accommodation is considered unsuitable',
      'N',
      'False',
    ]),
  ],
  {
    words: [
      [/unsuitable|not suitable/, 'no'],
      [/suitable/, 'yes'],
    ],
  },
)

export const activityStatus = codeSet(
  [
    code(
      'F1',
      'F1: Full time in higher education',
      'Young person engaged full time in higher education (meaning studies beyond A level)',
    ),
    code(
      'P1',
      'P1: Part time in higher education',
      'Young person engaged part time in higher education (meaning studies beyond A level)',
    ),
    code(
      'F2',
      'F2: Full time in education other than higher',
      'Young person engaged full time in education other than higher education',
    ),
    code(
      'P2',
      'P2: Part time in education other than higher',
      'Young person engaged part time in education other than higher education',
    ),
    code(
      'F3',
      'F3: Full time in training or employment',
      'Young person engaged full time in training or employment',
    ),
    code(
      'P3',
      'P3: Part time in training or employment',
      'Young person engaged part time in training or employment',
    ),
    code(
      'G4',
      'G4: Not in education, employment or training - illness or disability',
      'Young person not in education, employment or training because of illness or disability',
    ),
    code(
      'G5',
      'G5: Not in education, employment or training - other',
      'Young person not in education, employment or training: other circumstances',
    ),
    code(
      'G6',
      'G6: Not in education, employment or training - pregnancy or parenting',
      'Young person not in education, employment or training due to pregnancy or parenting',
    ),
    code('F4', 'F4: Young person engaged full time in an apprenticeship', 'Full time in an apprenticeship'),
    code('P4', 'P4: Young person engaged part time in an apprenticeship', 'Part time in an apprenticeship'),
    code(
      'F5',
      'F5: Young person engaged full time in training or employment (not apprenticeship)',
      'Full time in training or employment (not apprenticeship)',
    ),
    code(
      'P5',
      'P5: Young person engaged part time in training or employment (not apprenticeship)',
      'Part time in training or employment (not apprenticeship)',
    ),
  ],
  { token: /\b([FP][1-5]|G[456])\b/gi },
)
