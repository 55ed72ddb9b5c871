import type { Plugin } from 'vite'
import path from 'node:path'
import { toolkitRoot } from '../core/toolkit.ts'

/** Lets a course that has no packages of its own import those of the toolkit (`vue`, `@vueuse/core`, fonts …). */
export function courseRootPlugin(): Plugin {
  const importer = path.join(toolkitRoot, 'package.json')
  return {
    name: 'docent:packages',
    async resolveId(id, from, options) {
      if (!from || !/^[@a-z]/i.test(id) || path.isAbsolute(id) || from === importer)
        return null
      const other = { ...options, skipSelf: true }
      return await this.resolve(id, from, other) ?? await this.resolve(id, importer, other)
    },
  }
}
