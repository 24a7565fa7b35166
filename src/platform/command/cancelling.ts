/** Does work that Ctrl-C or a plain kill cancels; the work sees it by the signal and tidies up after itself. */
export async function cancellable<Answer>(work: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  // Until the work has tidied up: one wish to stop often comes twice, to the process and to its group.
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  try {
    return await work(stop.signal)
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}
