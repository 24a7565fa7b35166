/** What a code stands for. Throws for one that stands for nothing: a file is never guessed. */
export function meaningOf(meanings: Readonly<Record<string, string>>, code: string, what: string): string {
  const meaning = meanings[code]
  if (meaning === undefined) throw new Error(`No published ${what} has the code ${code}`)
  return meaning
}
