/** What stands for the number of the child in the address of the case system. */
const CHILD = '{child}'

/** What is wrong with an address of the case system; null when nothing is. */
export function caseSystemFault(template: string): string | null {
  const parts = template.split(CHILD)
  if (parts.length !== 2) return `The address must hold ${CHILD} once, where the number of the child goes`
  const tried = template.replace(CHILD, '1')
  if (!URL.canParse(tried) || !/^https?:$/.test(new URL(tried).protocol))
    return 'The address must begin with https:// or http://'
  const server = URL.canParse(parts[0]!) ? new URL(parts[0]!) : null
  if (!server || server.host === '' || server.username !== '' || server.password !== '')
    return 'The address must name the case system’s server before the number of the child, and no password'
  return null
}

/** Where the case system shows a child; null where no address is set, or it is not one. */
export const caseSystemHref = (template: string | null | undefined, childId: string): string | null =>
  template && caseSystemFault(template) === null ? template.replace(CHILD, encodeURIComponent(childId)) : null
