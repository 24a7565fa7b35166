import { code, codeSet } from '../../code-set.ts'

export const careLeaverEligibility = codeSet(
  [
    code('relevant', 'a) Relevant child', 'Relevant child', ['R']),
    code('former_relevant', 'b) Former relevant child', 'Former relevant child', [
      'Care Leaver - PA to 25',
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
    code('YES', 'a) Yes', 'In touch', ['Y', '1', '1 - Yes']),
    code('NO', 'b) No', 'Not in touch', ['N', '2', '2 - No']),
    code('DIED', 'c) Died', 'Died after leaving care'),
    code('REFU', 'd) Refu', 'Refuses contact', ['3']),
    code('NREQ', 'e) NREQ', 'No longer requires services', ['Not required']),
    code('RHOM', 'f) Rhom', 'Returned home for six months or more'),
  ],
  {
    words: [
      [/refuse/, 'REFU'],
      [/no longer requires/, 'NREQ'],
      [/return\w* (to (live with )?(parents|their)|home)/, 'RHOM'],
      [/\bdied\b/, 'DIED'],
      [/^(\d+ )?yes\b/, 'YES'],
      [/^(\d+ )?no\b(?!$| (care leaver|not in touch|n|2|no|b)\b)/, 'NO'],
    ],
  },
)

export const accommodationType = codeSet(
  [
    code('B', 'B: Parents/relatives', 'With parents or relatives'),
    code(
      'C',
      'C: Community home / residential care',
      'Community home or other form of residential care such as an NHS establishment',
    ),
    code(
      'D',
      'D: Semi-independent, transitional accommodation and self-contained accommodation',
      'Semi-independent, transitional accommodation (like a supported hostel, trainer flats); self-contained accommodation with specialist personal assistance support (for example, for young people with disabilities, pregnant young women and single parents); and self-contained accommodation with floating support',
    ),
    code(
      'E',
      'E: Supported lodgings',
      'Supported lodgings (accommodation, usually in a family home, where adults in the “host family” provide formal advice and support)',
    ),
    code('G', 'G: Abroad', 'Gone abroad'),
    code('H', 'H: Deported', 'Deported'),
    code('K', 'K: Ordinary lodgings, without formal support', 'Ordinary lodgings, without formal support'),
    code('R', 'R: Residence not known', 'Residence not known'),
    code('S', 'S: No fixed abode / homeless', 'No fixed abode / homeless'),
    code(
      'T',
      'T: Foyers and similar supported accommodation',
      'Foyers and similar supported accommodation which combines the accommodation with opportunities for education, training or employment',
    ),
    code(
      'U',
      'U: Independent living',
      'Independent living, for example independent tenancy of flat, house or bedsit, including local authority or housing association tenancy, or accommodation provided by a college or university. Includes flat sharing',
    ),
    code(
      'V',
      'V: Emergency accommodation',
      'Emergency accommodation (like a night shelter, direct access or emergency hostel)',
    ),
    code('W', 'W: Bed and breakfast', 'Bed and breakfast'),
    code('X', 'X: In custody', 'In custody'),
    code('Y', 'Y: Other accommodation', 'Other accommodation'),
    code('Z', 'Z: With former foster carers', 'With former foster carers'),
  ],
  {
    joined: ['without formal', 'no formal', 'flat or lodgings'],
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
    code('yes', 'a) Suitable', 'Suitable', ['1', 'Y', 'True']),
    code('no', 'b) Unsuitable', 'Unsuitable', ['2', '0', 'N', 'False']),
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
