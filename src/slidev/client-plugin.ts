import type { Plugin } from 'vite'
import { withSlashes } from '../core/files.ts'
import { assertContract } from './contract/contract.ts'
import { clientEdits } from './contract/names.ts'

/** Lets decks do what Slidev's client has no setting for, by a few words in its modules. */
export function clientPlugin(): Plugin {
  return {
    name: 'docent:client',
    enforce: 'pre',
    transform: {
      order: 'pre',
      filter: { id: /[\\/]@slidev[\\/]client[\\/]/ },
      handler(code, id) {
        const file = withSlashes(id.split('?')[0]!)
        const edit = clientEdits.find(({ module }) => file.endsWith(`/@slidev/client/${module}`))
        if (!edit || id.includes('?'))
          return
        assertContract(code.includes(edit.from), edit.assumption)
        return { code: code.replace(edit.from, edit.to), map: null }
      },
    },
  }
}
