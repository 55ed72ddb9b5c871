import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the toolkit itself: its components, layouts, styles and setup reach every course. */
export const toolkitRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
