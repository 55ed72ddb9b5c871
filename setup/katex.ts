import { defineKatexSetup } from '@slidev/types'
import 'katex/contrib/mhchem'

/** Formulas have chemistry: `\ce{2H2 + O2 -> 2H2O}`. */
export default defineKatexSetup(() => ({}))
