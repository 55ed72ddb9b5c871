// Writes the JSON schemas for editors from the tables of the code: `npm run schemas`.
import path from 'node:path'
import { replaceFile } from '../core/output.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { schemas, schemaText } from './schemas.ts'

const names = Object.keys(schemas)

void Promise.all(names.map(name => replaceFile(path.join(toolkitRoot, 'schema', name), schemaText(schemas[name]!()))))
