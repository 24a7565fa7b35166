/**
 * A path of ours from what a request says, for sending someone on to after sign-in; null when it is another site's,
 * however it is disguised.
 */
export function localPath(text: string | undefined): string | null {
  if (!text?.startsWith('/')) return null
  const ours = 'https://waymark.invalid'
  if (!URL.canParse(text, ours)) return null
  const url = new URL(text, ours)
  return url.origin === ours && !url.pathname.startsWith('//') ? url.pathname + url.search : null
}
