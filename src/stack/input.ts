import type { StackKind } from './kinds.ts'

/** A layer as an author writes it; `readStackData` checks what TypeScript cannot. */
export type LayerInput = BoxInput | { columns: LayerInput[][] }

interface BoxInput {
  label: string
  kind: StackKind
  /** What arrows and steps call it; default: the label, in small letters with hyphens. */
  id?: string
  /** Layers drawn inside the box, from bottom to top. */
  children?: LayerInput[]
  /** How many columns' width it takes. */
  span?: number
  emphasis?: boolean
}

export interface StackInput {
  title?: string
  /** From bottom to top. */
  layers: LayerInput[]
}

export interface ArrowInput {
  from: string
  to: string
  label?: string
}
