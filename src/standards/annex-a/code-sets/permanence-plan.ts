import { code, codeSet } from '../../code-set.ts'

export const permanencePlan = codeSet(
  [
    code('return_to_family', 'a) Return to family', 'Return to family', [
      'Return to Birth Parents',
      'Place with Parent(s)',
      'Remain with Birth Parents',
      'Eventual return to birth family (record number of months below)',
      'Remaining with birth family supported by shared care/short term breaks',
      'Return to birth family within one month',
      'Return to birth family within six months',
    ]),
    code('adoption', 'b) Adoption', 'Adoption', ['Fostering for Adoption', 'Permanency through Adoption']),
    code('sgo_cao', 'c) SGO/CAO', 'SGO/CAO', [
      'CAO',
      'Child Arrangement Order',
      'SGO',
      'Special Guardianship Order',
      'Child placed under Special Guardianship Order',
      'Child placed under Child Arrangement Order',
      'Special Guardianship',
      'Permanency through Special Guardianship/Residence Order',
      'Long term fostering/SGO',
    ]),
    code('supported_living', 'd) Supported living in the community', 'Supported living in the community', [
      'Independent Living',
      'Supported living in the community (with a view to independence)',
    ]),
    code('long_term_residential', 'e) Long-term residential placement', 'Long-term residential placement', [
      'LT residential placement',
      'Residential',
      'Residential Care',
      'Long term Residential Placement until independence',
      'Residential placement until independence',
    ]),
    code('long_term_fostering', 'f) Long-term fostering', 'Long-term fostering', [
      'Fostering',
      'LT fostering',
      'Permanent Fostering',
    ]),
    code('other', 'g) other', 'Other', [
      'Transition to Independent Living',
      'Parallel Plan',
      'Concurrent Planning',
      'Other, please specify below',
      'Permanency through long term placement with relatives/friends',
      'Task Centred/Treatment Placement',
      'Time Limited Assessment',
    ]),
  ],
  { joined: ['no return'], words: [[/foster carers|long term foster/, 'long_term_fostering']] },
)
