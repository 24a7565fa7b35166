/** Messes a text file line by line, so that no more of it is held than what belongs together. */
export interface LineFault {
  /** The lines that go into the file for this one of the clean file: none while they are held back. */
  line(clean: string): readonly string[]
  readonly lineEnd: '\n' | '\r\n'
}
