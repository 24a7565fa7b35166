import type { Random } from '../random.ts'

/** Letters that a postcode may end with. */
const LETTERS = 'A B D E F G H J L N P Q R S T U W X Y Z'.split(' ')

/** A postcode of an area that does not exist: no postcode district is called ZZ. */
export function postcodeIn(random: Random, district: number): string {
  const ends = random.pick(LETTERS) + random.pick(LETTERS)
  return `ZZ${district} ${random.between(1, 9)}${ends}`
}
