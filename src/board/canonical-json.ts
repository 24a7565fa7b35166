import { createHash } from 'node:crypto'

/** JSON with the keys of every object in order and no spaces: one text for one value, so that its hash is its value's. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, inside]) => inside !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
    return `{${entries.map(([key, inside]) => `${JSON.stringify(key)}:${canonicalJson(inside)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
