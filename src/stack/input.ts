/** A layer as an author writes it; `readStackData` checks what TypeScript cannot. */
export type LayerInput = BoxInput | { columns: LayerInput[][] }

interface BoxInput {
  label: string
  /** What it is; default: nothing that its label does not say. */
  kind?: string
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

/** A kind of layer that an author defines. */
export interface KindInput {
  /** What a layer of it is, for those who hear it; default: the kind's name. */
  label?: string
  tone?: string
  /** The line inside its outline: `solid`, `dashed` or `dotted`. */
  pattern?: string
}
