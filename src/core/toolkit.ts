import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the toolkit itself: its components, layouts, styles and setup reach every course. */
export const toolkitRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Whether the toolkit is a package among those of a course, and not a folder of its own. */
export const isPackaged = path.basename(path.dirname(toolkitRoot)) === 'node_modules'

/** The folder in which its packages are installed. */
export const packagesRoot = isPackaged ? path.dirname(toolkitRoot) : path.join(toolkitRoot, 'node_modules')
