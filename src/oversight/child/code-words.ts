import { codeSetOf } from '../../standards/code-sets.ts'

/**
 * What a code means, in the words of its code set; the code itself where the set does not know it.
 * Published labels have their first words in capitals ("HEALTH SERVICES – school nurse"): here they are in small letters.
 */
export function wordsOf(codeSet: string, code: string): string {
  const label = codeSetOf(codeSet).codes.find((known) => known.code === code)?.label ?? code
  const capitals = /^[A-Z][A-Z ]{2,}(?=[^A-Za-z]|$)/.exec(label)?.[0]
  if (!capitals) return label
  return label.replace(capitals, capitals[0] + capitals.slice(1).toLowerCase())
}

/** The same inside a sentence: "neglect". A name or an abbreviation keeps its capitals. */
export function wordsInside(codeSet: string, code: string): string {
  const words = wordsOf(codeSet, code)
  return /^[A-Z][a-z]/.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words
}
