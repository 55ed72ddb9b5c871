import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { Course } from '../course/course.ts'
import path from 'node:path'
import { withSlashes } from '../core/files.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { assertContract } from './contract/contract.ts'
import { ICON_MODULE, iconSetOfModule, installedIconSets } from './contract/icons.ts'
import { slidevIds } from './contract/names.ts'
import { clientPackage, packageFolder } from './contract/packages.ts'
import { deckRoots } from './contract/roots.ts'

const BASE = 'import.meta.env.BASE_URL'
/** From `<slug>/deck/`, where files of `public/` are. */
const TOP = '"../../"'

/** What a course's slides look like: another theme's styles, addresses of its public files, and icons. */
export function lookPlugin(course: Course, { roots }: ResolvedSlidevOptions): Plugin {
  const { isOwnLook, all } = deckRoots(course)
  const client = withSlashes(packageFolder(clientPackage))
  const sets = installedIconSets(all)
  let isAnywhere = false
  return {
    name: 'docent:look',
    enforce: 'pre',
    configResolved({ base, command }) {
      isAnywhere = command === 'build' && base === './'
    },
    resolveId: {
      order: 'pre',
      filter: { id: ICON_MODULE },
      async handler(id) {
        const set = iconSetOfModule(id)
        return set !== undefined && !(await sets).has(set) ? '\0docent:no-icon' : null
      },
    },
    // The check of the course has said which one.
    load: { filter: { id: /^\0docent:no-icon$/ }, handler: () => 'export default { render: () => null }' },
    transform: {
      order: 'pre',
      handler(code, id) {
        if (id === slidevIds.styles && !isOwnLook && course.root !== toolkitRoot)
          return { code: otherStyles(code, roots), map: null }
        const isRouting = withSlashes(id).startsWith(client) && !id.includes('layoutHelper')
        if (isAnywhere && code.includes(BASE) && !isRouting)
          return { code: code.replaceAll(BASE, TOP), map: null }
      },
    },
  }
}

/** One import for each root: in place of the toolkit's styles, only what its own components need. */
function otherStyles(code: string, roots: readonly string[]): string {
  const lines = code.split('\n')
  const at = roots.indexOf(toolkitRoot)
  const isImport = lines[at]?.startsWith('import "') ?? false
  assertContract(isImport, `${slidevIds.styles} has an import for each root, in their order`)
  const file = withSlashes(path.join(toolkitRoot, 'styles/other-theme.ts'))
  const address = `/@fs${file.startsWith('/') ? '' : '/'}${file}`
  return lines.with(at, `import ${JSON.stringify(address)}`).join('\n')
}
