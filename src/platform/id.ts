import { randomBytes } from 'node:crypto'

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** An opaque id, such as `act_7k2m9qxw4t`: it says what kind of record it names, and nothing about the record. */
export function newId(kind: string, length = 12): string {
  let id = ''
  for (const byte of randomBytes(length)) id += ALPHABET[byte % ALPHABET.length]
  return `${kind}_${id}`
}
