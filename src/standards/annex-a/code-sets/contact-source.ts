import { code, codeSet } from '../../code-set.ts'

export const contactSource = codeSet(
  [
    code('1A', 'a) 1A: Individual', 'INDIVIDUAL – family member, relative or carer'),
    code('1B', 'b) 1B: Individual', 'INDIVIDUAL – acquaintance (including neighbours and child minders)', [
      'NEI',
    ]),
    code('1C', 'c) 1C: Individual', 'INDIVIDUAL – self'),
    code('1D', 'd) 1D: Individual', 'INDIVIDUAL – other (including strangers)'),
    code('2A', 'e) 2A: Schools', 'SCHOOLS'),
    code('2B', 'f) 2B: Education services', 'EDUCATION SERVICES'),
    code('3A', 'g) 3A: Health services', 'HEALTH SERVICES – general practitioner (GP)'),
    code('3B', 'h) 3B: Health services', 'HEALTH SERVICES – health visitor', ['HV']),
    code('3C', 'i) 3C: Health services', 'HEALTH SERVICES – school nurse', ['SN']),
    code('3D', 'j) 3D: Health services', 'HEALTH SERVICES – other primary health services', ['DN']),
    code('3E', 'k) 3E: Health services', 'HEALTH SERVICES – A&E (accident and emergency department)'),
    code('3F', 'l) 3F: Health services', 'HEALTH SERVICES – other (for example hospice)'),
    code('4', 'm) 4: Housing', 'HOUSING - local authority housing or housing association'),
    code('5A', 'n) 5A: LA services', 'LA SERVICES – social care for example adults social care services', [
      'SW',
    ]),
    code(
      '5B',
      'o) 5B: LA services',
      'LA SERVICES – other internal (department other than social care in local authorities, for example, youth offending (excluding housing))',
    ),
    code(
      '5C',
      'p) 5C: LA services',
      'LA SERVICES – external, for example, from another local authority’s adults social care services',
    ),
    code('5D', 'p1) 5D: LA services', 'LA SERVICES - early help'),
    code('6', 'q) 6: Police', 'POLICE', ['POL']),
    code(
      '7',
      'r) 7: Other legal agency',
      'OTHER LEGAL AGENCY – including courts, probation, immigration, CAFCASS (Children and Family Court Advisory and Support Service) or prison',
    ),
    code(
      '8',
      's) 8: Other',
      'OTHER – including children’s centres, independent agency providers or voluntary organisations',
      ['Agency'],
    ),
    code('9', 't) 9: Anonymous', 'ANONYMOUS'),
    code('10', 'u) 10: Unknown', 'UNKNOWN', ['NK']),
  ],
  {
    token: /(?:^|[^\w.])([1235][A-F])\b|^['‘]?(10|[4-9])\s*[-:–]|\[(10|[4-9])\]/gi,
    words: [
      [/^(not |un)(known|stated|recorded)/, '10'],
      [/anon/, '9'],
      [/previous employee|^pem$|other individual/, '1D'],
      [/^adults services?\b/, '5A'],
      [/key ?work service|\behks\b/, '5D'],
      [/(under 19|u19|young peoples?) substance misuse/, '5B'],
      [
        /other internal|internal (other )?dep|la .*(not housing|exclude housing)|not (housing|social care)/,
        '5B',
      ],
      [
        /childrens? centres? (independent|ind|and|inc|early)|independe?a?nt (agency|provider)|volunt|\bnspcc?\b|n s p c c|barnardo|caritas|catch ?22|change grow live|child action|home ?start|charit|^char$|^resh$|womens aid|\bidva\b|faith|jobcentre|ofsted|fire (and|brigade|dept)|^fire$|taxi|third party|ministry of defence|^forces$|armed forces|work and pensions|\bdwp\b|^government dep|^none? (la|local authority) agenc|p and v provider|^private (home )?care|nursing residential|other agency|otheragy|other professional/,
        '8',
      ],
      [/police|merlin|exploitation and online protection|\bceop\b/, '6'],
      [/school nurs|schnurse/, '3C'],
      [
        /education (welfare|service|other|dep|support)|welfare officer|\bewo\b|\besw\b|education not|connexions|^college$|early years (provision|setting)|training provider|alternative provision|other education|further education/,
        '2B',
      ],
      [/\bschools?\b|academy|nursery|nurseries|pupil referral|\bpru\b|(6th|sixth) form/, '2A'],
      [/\beducation/, '2B'],
      [/individual .*(other|strangers?|mps?)/, '1D'],
      [
        /\bcourts?\b|probation|^prob$|^sol$|^reg$|[cj]afcass|\bprison|solicitor|lawyer|\blegal\b|immigration|border (agency|force)|registrars|central government|benefits agency|care quality commission|\bhmp\b|community rehabilitation/,
        '7',
      ],
      [
        /\bhousing\b|homeless|sheltered|landlord|supported living service|^warden$|^hous?$|\bhous (dept|assoc)/,
        '4',
      ],
      [/health visit|helthvis/, '3B'],
      [/\bgps?\b|general practitioner|gen pract/, '3A'],
      [/a and e\b|accident and emergency|emergency dep/, '3E'],
      [
        /community (mid|nurse|matron|paed|psych|health)|district nurse|midwi|^midw$|other primary$|dentist|primary health|(other )?primary (service)?|pharmac|optometrist|family nurse|camhs|physio/,
        '3D',
      ],
      [
        /\bhealth|hospital|hosptial|^aud$|^hosp$|hospice|ambulance|\bnhs|nwas|paediatric|psychiatr|consultant|\bnurse|nursing|\bward\b|\bclinic\b|walk in|mental|\bcmht\b|substance misuse (service|adult)|adult substance|addiction|sexual assault|rapid response|maternity|\bpct\b|drugs? and alcohol (service|worker)/,
        '3F',
      ],
      [
        /early help|early intervention|family support|troubled families|stronger families|\btaf\b|\bcaf\b|step(ped)? (up|down)/,
        '5D',
      ],
      [
        /(another|other|ola|non \w+) (la|las|l a|local authority|local authorities|council)\b|\bola\b|^otla$|external|other ss?d|la s? ?ssd/,
        '5C',
      ],
      [
        /social (care|serv|work)|\bssd\b|\bedt\b|emergency duty|adults? s? ?(social|services?|and community)|childrens? (social|services|families|and families|and family)|children with disab|\bcsc\b|senior practitioner|care manager|safeguarding cp/,
        '5A',
      ],
      [
        /la serv|internal|benefits service|^lb[a-z]{1,2} other|\bcouncil\b|youth (off|justice|serv)|\byot\b|\byos\b|young peoples?( support)? services?|sure start|\bmarac\b|\bla\b|local authority|department|early (years|start)|contact centre|children and family|drugs? and alcohol team|substance misuse team|family (partnership|work)|home care|occupational therap|disability|employee|^i?send$|^send? team/,
        '5B',
      ],
      [
        /foster (carer|parent)|\bparent(s|al)?\b|mother|^moth$|father|^fath$|^gran$|^daui?$|^grso$|^nie$|family member|\bfamily\b(?! intervention)|relative|\bcarer\b|\b(grand(parents?|mother|father|son|daughter|child)|aunt|uncle|sister|brother|sibling|husband|wife|partner|son|daughter|cousin|niece|nephew)\b|household/,
        '1A',
      ],
      [/neighbours?\b|friend|^frei$|acqu?a?intance|aquaintance|child ?minder|public|community member/, '1B'],
      [/^self\b|\bself$|in person/, '1C'],
      [/individual|stranger|\bmps?\b|councillor|elected member|other service user/, '1D'],
      [/unknown|not known/, '10'],
      [
        /childrens? (centres?|home|residential)|residential home|care home|\bother\b|private|refugee|hostel|home office|crime agency|youth federation|resident|domestic (abuse|violence)|\borganisations?\b|advocate/,
        '8',
      ],
    ],
  },
)
