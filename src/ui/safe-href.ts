/**
 * A link built from what someone typed: `http`, `https`, `mailto` or a path of ours, else `#`, so that a link can
 * never run anything.
 */
export function safeHref(href: string): string {
  if (/^\/(?![/\\])/.test(href)) return href
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol) ? href : '#'
  } catch {
    return '#'
  }
}
