import type { Schema } from './stack-schema.ts'
import { frontMatterSchema } from './front-matter-schema.ts'
import { stackSchema } from './stack-schema.ts'

/** The JSON schemas of the package, by their files in `schema/`. */
export const schemas: Record<string, () => Schema> = {
  'headmatter.json': () => frontMatterSchema(true),
  'slide.json': () => frontMatterSchema(false),
  'stack.json': stackSchema,
}

/** The text of a schema's file. */
export function schemaText(schema: Schema): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}
