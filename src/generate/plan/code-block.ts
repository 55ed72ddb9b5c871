import type { Code } from 'mdast'
import type { Block } from './slide.ts'
import { chainOf } from './chain.ts'
import { dedented } from './code-cuts.ts'
import { shikiLanguage } from './languages.ts'

const CODE_NAME = /\btitle=(?:"([^"]*)"|'([^']*)'|(\S+))|^\[([^\]]+)\]/

/** Code as a slide shows it: without the depth that all its lines have; a chain of names as a drawing. */
export function codeBlock({ lang, meta, value }: Code): Block {
  const chain = /^(?:text|txt)?$/.test(lang ?? '') ? chainOf(value.trim()) : undefined
  if (chain)
    return chain
  const name = CODE_NAME.exec(meta ?? '')?.slice(1).find(Boolean)
  const lines = dedented(value.replace(/\r/g, '').split('\n').map(line => line.replace(/\t/g, '    ').trimEnd()))
  while (lines.length > 1 && !lines.at(-1)!.trim())
    lines.pop()
  return { type: 'code', language: shikiLanguage(lang), name, lines }
}
