/** Letters that UTF-8 read as windows-1252 turns into: `childâ€™s`, and the same mistake made twice. */
const MOJIBAKE = /Ã¢â‚¬â„¢|â€™|â€˜|â€“|Â/g

/** What is compared of a coded value: its words, in lower case, one space between. `White  &  Asian` is `white and asian`. */
export const wordsOf = (text: string): string =>
  text
    .replaceAll(MOJIBAKE, (found) => (found === 'â€“' ? ' ' : found === 'Â' ? '' : "'"))
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['‘’`´]/g, '')
    .replaceAll(/[&+]/g, ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A letter or number that stands before the words for the sake of order: `a) `, `(A.A1) `, `zz) `, `10) `, `a. `. */
const ORDER_MARK = /^\s*(?:\([^)]{1,8}\)|[\w.]{1,6}\)|[a-z]\.(?=\s))\s*/i

export const withoutOrderMark = (text: string): string => text.replace(ORDER_MARK, '')
