import { UserError } from '../../../core/errors.ts'

/** One string, or its lines. */
export type Text = string | string[]
/** Data by its MIME types. */
export type Bundle = Record<string, unknown>

export interface Output {
  output_type?: string
  text?: Text
  data?: Bundle
  traceback?: string[]
}

export interface Cell {
  cell_type?: string
  source?: Text
  /** What notebooks of version 3 call the source of code. */
  input?: Text
  level?: number
  language?: string
  outputs?: Output[]
  attachments?: Record<string, Bundle>
  metadata?: { tags?: string[], format?: string, raw_mimetype?: string }
}

export interface Notebook {
  cells?: Cell[]
  worksheets?: { cells?: Cell[] }[]
  metadata?: {
    kernelspec?: { language?: string, name?: string }
    language_info?: { name?: string }
    title?: string
  }
}

/**
 * The cells of a notebook's file.
 * @throws UserError where it is no notebook
 */
export function parseNotebook(file: string, text: string): Notebook {
  const refuse = (why: string): never => {
    throw new UserError(`This is no notebook: ${why}.`, 'Open it in Jupyter, and save it again.', { file })
  }
  let value: Notebook
  try {
    value = JSON.parse(text) as Notebook
  }
  catch {
    return refuse('it is no JSON')
  }
  return Array.isArray(value?.cells) || Array.isArray(value?.worksheets) ? value : refuse('it has no cells')
}

/** The data of an output by MIME types; outputs of version 3 have it beside them, under short names. */
export function bundleOf(output: Output): Bundle {
  if (output.data)
    return output.data
  const { text, png, svg, jpeg, html, latex } = output as Output & Record<string, unknown>
  const bundle = {
    'text/plain': text,
    'image/png': png,
    'image/svg+xml': svg,
    'image/jpeg': jpeg,
    'text/html': html,
    'text/latex': latex,
  }
  return Object.fromEntries(Object.entries(bundle).filter(([, value]) => value !== undefined))
}

/** A text as one string. */
export function textOf(text: Text | undefined): string {
  return Array.isArray(text) ? text.join('') : String(text ?? '')
}
