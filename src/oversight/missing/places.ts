export const MISSING_AT = '/missing'
export const CRUMBS = [{ text: 'Lists', href: '/lists' }]
export const entryHref = (key: string): string => `${MISSING_AT}/${key}`
