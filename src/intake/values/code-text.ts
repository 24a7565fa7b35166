/**
 * What an apostrophe, a dash, a quotation mark and a hard space become when a file is read in the wrong encoding: `childâ€™s`, the same
 * mistake made twice, and `child?s` where the letter was given up.
 */
const MOJIBAKE =
  /(?<apostrophe>Ã¢â‚¬(?:â„¢|Ëœ)|â€[™˜]|[\u0091\u0092]|(?<=\p{L})[?\ufffd](?=s\b))|(?<dash>Ã¢â‚¬â€œ|â€[“”œ\u009d]|[\u0096\u0097])|Â/gu

/** What is compared of a coded value: its words, in lower case, one space between. `White  &  Asian` is `white and asian`. */
export const wordsOf = (text: string): string =>
  text
    .replaceAll(MOJIBAKE, (_, apostrophe?: string, dash?: string) => (apostrophe ? "'" : dash ? ' ' : ''))
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['‘’`´]/g, '')
    .replaceAll(/[&+]/g, ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A letter or number that comes before the words for the sake of order: `a) `, `(A.A1) `, `zz) `, `10) `, `a. `. */
const ORDER_MARK = /^\s*(?:\([^)]{1,8}\)|[\w.]{1,6}\)|[a-z]\.(?=\s))\s*/i

export const withoutOrderMark = (text: string): string => text.replace(ORDER_MARK, '')

/** The published form but for its case and its spaces. */
export const spaced = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[‘’]/g, "'").replaceAll(/\s+/g, ' ').trim().toLowerCase()
