import { meaningOf } from '../ssda903/code-meaning.ts'

/** Who makes contacts and referrals, by code. */
const SOURCES: Readonly<Record<string, string>> = {
  '1A': 'Individual: family, relative or carer',
  '1B': 'Individual: acquaintance',
  '1C': 'Individual: self',
  '1D': 'Individual: other',
  '2A': 'Schools',
  '2B': 'Education services',
  '3A': 'Health: GP',
  '3B': 'Health: health visitor',
  '3C': 'Health: school nurse',
  '3D': 'Health: other primary',
  '3E': 'Health: A&E',
  '3F': 'Health: other',
  '4': 'Housing',
  '5A': 'LA: social care',
  '5B': 'LA: other internal',
  '5C': 'LA: external',
  '5D': 'LA: early help',
  '6': 'Police',
  '7': 'Other legal agency',
  '8': 'Other',
  '9': 'Anonymous',
  '10': 'Unknown',
}

export const sourceInWords = (code: string): string => meaningOf(SOURCES, code, 'source of referrals')
