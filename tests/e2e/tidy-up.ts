import { afterAll, afterEach } from 'vitest'
import { closePages } from './browser.ts'
import { removeFolders } from './course-copy.ts'

// Once for each file of tests, although modules are loaded once for all of them.
afterEach(closePages)
afterAll(removeFolders)
