/**
 * What is compared of a header: its letters and digits, in lower case. So `Date of Referral`, `LA In Touch `,
 * `(Y/N))`, curly quotes and `AllocatedTeam` all meet their column.
 */
export const headerText = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
