/** One field: the share of rows that fill it, from 0 to 1; `thin` when it should be filled and is not. */
interface CompletenessBar {
  share: number
  present: boolean
  thin: boolean
}

const [WIDTH, GAP, HEIGHT] = [7, 2, 18]

/**
 * One bar a field, its height the share of rows that fill it; orange with a dark edge when it should be filled and is
 * under 90%, a dashed outline when the file has no such column. The words next to it say the same.
 */
export const CompletenessBars = ({ bars }: { bars: readonly CompletenessBar[] }) => (
  <svg
    width={bars.length * (WIDTH + GAP)}
    height={HEIGHT + 2}
    viewBox={`0 0 ${bars.length * (WIDTH + GAP)} ${HEIGHT + 2}`}
    aria-hidden="true"
    focusable="false"
  >
    {bars.map(({ share, present, thin }, index) => {
      const x = index * (WIDTH + GAP) + 0.5
      const height = Math.round(share * HEIGHT)
      if (!present) {
        return (
          <rect
            x={x}
            y={1.5}
            width={WIDTH - 1}
            height={HEIGHT - 1}
            fill="none"
            stroke="#6f7a82"
            stroke-dasharray="2 2"
          />
        )
      }
      return (
        <>
          <rect x={x} y={0.5} width={WIDTH - 1} height={HEIGHT} fill="#e9eff4" />
          <rect
            x={x}
            y={HEIGHT + 0.5 - height}
            width={WIDTH - 1}
            height={height}
            fill={thin ? '#F46A25' : '#7d93a6'}
            stroke={thin ? '#8a3a10' : 'none'}
          />
        </>
      )
    })}
  </svg>
)
