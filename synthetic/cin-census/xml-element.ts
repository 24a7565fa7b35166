/** An element with its text, or with the elements in it. */
export interface XmlElement {
  name: string
  content: string | readonly XmlElement[]
}

/** An element of text; none where there is nothing to say. */
export const value = (name: string, text: string | number | null): XmlElement[] =>
  text === null ? [] : [{ name, content: String(text) }]

/** An element of elements; none where they are none. */
export const group = (name: string, content: readonly XmlElement[]): XmlElement[] =>
  content.length === 0 ? [] : [{ name, content }]

/** Lines of XML, one for each element of text and one for each end of another. */
export function linesOf(elements: readonly XmlElement[], depth: number, lines: string[] = []): string[] {
  const indent = '  '.repeat(depth)
  for (const { name, content } of elements) {
    if (typeof content === 'string') {
      lines.push(`${indent}<${name}>${escaped(content)}</${name}>`)
      continue
    }
    lines.push(`${indent}<${name}>`)
    linesOf(content, depth + 1, lines)
    lines.push(`${indent}</${name}>`)
  }
  return lines
}

const escaped = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text
