import type { BuildConnection } from '../../src/dataset/building/build.ts'

/** A join that holds each row of one side next to each of the other, and how many there were. */
export interface NestedLoop {
  /** As the engine calls it: `NESTED_LOOP_JOIN`, `BLOCKWISE_NL_JOIN`. */
  operator: string
  left: number
  right: number
  condition: string
}

/** A node of the plan that `explain (analyze, format json)` answers. */
interface PlanNode {
  operator_name?: string
  operator_type?: string
  operator_cardinality?: number
  extra_info?: Record<string, unknown>
  children?: PlanNode[]
}

const NESTED_LOOPS = ['NESTED_LOOP_JOIN', 'BLOCKWISE_NL_JOIN']

/** Months are 72, and files, codes and facts a few: against more rows than this a loop is one that grows with the council. */
const FEW_ROWS = 100
/** Pairs compared of the small council: of a city they are two hundred times as many. */
const MANY_PAIRS = 100_000

const isSlow = ({ left, right }: NestedLoop): boolean =>
  Math.min(left, right) > FEW_ROWS && left * right > MANY_PAIRS

/**
 * Runs one statement of ours and answers the nested loops of its plan that compare many rows with many. A condition with "or", or on one side alone, makes
 * the engine choose one where it could look rows up by a key. Next to months, or to a few facts, one costs nothing.
 */
export async function slowLoops(build: BuildConnection, sql: string): Promise<NestedLoop[]> {
  const rows = await build.all<Record<string, string>>(`explain (analyze, format json) ${sql}`)
  const plan = JSON.parse(rows.map((row) => row['explain_value'] ?? '').join('')) as PlanNode
  return nodesOf(plan)
    .flatMap((node) => {
      const operator = (node.operator_name ?? node.operator_type ?? '').trim()
      const [left = 0, right = 0] = (node.children ?? []).map((child) => child.operator_cardinality ?? 0)
      if (!NESTED_LOOPS.includes(operator)) return []
      return [{ operator, left, right, condition: JSON.stringify(node.extra_info ?? {}) }]
    })
    .filter(isSlow)
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)]
