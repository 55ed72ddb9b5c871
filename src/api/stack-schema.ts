import type { DIAGRAM_KEYS } from '../stack/data.ts'
import type { LAYER_KEYS } from '../stack/layers.ts'
import type { KIND_KEYS } from '../stack/own-kinds.ts'
import { STACK_LOOKS } from '../stack/data.ts'
import { STACK_KIND_NAMES, STACK_PATTERNS, STACK_TONES } from '../stack/kinds.ts'
import { MAX_COUNT } from '../stack/validator.ts'

export type Schema = Record<string, unknown>

const text: Schema = { type: ['string', 'number'] }
const ids: Schema = { type: 'array', items: { type: 'string' } }
const layers: Schema = { type: 'array', items: { $ref: '#/definitions/layer' }, minItems: 1 }

/** Kinds of layers that an author defines, by name. */
export const kindsSchema: Schema = {
  type: 'object',
  description: 'Kinds of layers of your own, by name.',
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    properties: {
      label: { ...text, description: 'What a layer of it is, for those who hear it.' },
      tone: { enum: STACK_TONES, description: 'Its colors.' },
      pattern: { enum: STACK_PATTERNS, description: 'The line inside its outline.' },
    } satisfies Record<typeof KIND_KEYS[number], Schema>,
  },
}

const LAYER: Record<typeof LAYER_KEYS[number], Schema> = {
  label: { ...text, description: 'What is written in it.' },
  kind: {
    anyOf: [{ enum: STACK_KIND_NAMES }, { type: 'string' }],
    description: 'What it is: one of Docent\'s kinds or tones, or one of your own.',
  },
  id: { type: 'string', description: 'What arrows and steps call it; else its label, in small letters with hyphens.' },
  children: { ...layers, description: 'Layers drawn inside it, from bottom to top.' },
  span: { type: 'integer', minimum: 1, maximum: MAX_COUNT, description: 'How many columns\' width it takes.' },
  emphasis: { type: 'boolean', description: 'Whether it stands out.' },
}

const DIAGRAM: Record<typeof DIAGRAM_KEYS[number], Schema> = {
  name: { ...text, description: 'What the picture is called, for those who hear it.' },
  look: { enum: STACK_LOOKS, default: STACK_LOOKS[0], description: 'How layers are drawn.' },
  steps: {
    anyOf: [{ enum: ['none', 'build'] }, { type: 'array', items: ids }],
    description: 'build: a click for each row of layers; lists of ids: a click moves the emphasis to them.',
  },
  stacks: {
    type: 'array',
    minItems: 1,
    description: 'Several stacks side by side, in place of layers.',
    items: { type: 'object', additionalProperties: false, required: ['layers'], properties: { title: text, layers } },
  },
  layers: { ...layers, description: 'From bottom to top.' },
  arrows: {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['from', 'to'],
      properties: { from: { type: 'string' }, to: { type: 'string' }, label: text },
    },
  },
  kinds: kindsSchema,
}

/** What a fence of the language `stack` may hold, as a JSON schema. */
export function stackSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A stack diagram of Docent',
    type: 'object',
    additionalProperties: false,
    properties: DIAGRAM,
    oneOf: [{ required: ['layers'] }, { required: ['stacks'] }],
    definitions: {
      layer: {
        anyOf: [
          { type: 'object', additionalProperties: false, required: ['label'], properties: LAYER },
          {
            type: 'object',
            additionalProperties: false,
            required: ['columns'],
            properties: { columns: { type: 'array', minItems: 1, items: layers } },
          },
        ],
      },
    },
  }
}
