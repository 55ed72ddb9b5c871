import type { CodeblockTransformContext } from '@slidev/types'
import { describe, expect, it } from 'vitest'
import { editorHtml, withoutWriting } from '../../src/slidev/editor-blocks.ts'

/** HTML of a block, in which code is highlighted as one line in angle brackets each. */
async function html(info: string, code: string, monaco: unknown = false): Promise<string | undefined> {
  const renderHighlighted = ({ code = '' }) => `<pre><code>${code.trimEnd().split('\n').map(line => `<span class="line">${line}</span>`).join('\n')}</code></pre>`
  const options = { data: { config: { monaco } }, mode: 'build' }
  return editorHtml({ info, code, renderHighlighted, options } as unknown as CodeblockTransformContext)
}

describe('a block that asks for an editor', () => {
  it('is code where the course wants no editors, at full strength', async () => {
    expect(await html('ts {monaco} {lines:true}', 'a\n{{ b }}\n')).toBe('<CodeBlockWrapper title="" :lines="true" :ranges="[]"><pre><code><span class="line">a</span>\n<span class="line">&lbrace;&lbrace; b }}</span></code></pre></CodeBlockWrapper>')
    expect(await html('ts [file.ts] {monaco-run} {autorun:false}', 'a\n', 'dev')).toContain('title="file.ts"')
  })

  it('is an editor around that code where it does', async () => {
    const editor = await html('ts {monaco-run} {height:"9em", autorun:false}', 'a\n', true)
    expect(editor).toMatch(/^<CodeEditor lang="ts" code-lz="[\w+/=]+" runnable v-bind="\{height:&quot;9em&quot;, autorun:false\}"><CodeBlockWrapper /)
    expect(await html('ts {monaco}', 'a\n', 'build')).toMatch(/^<CodeEditor lang="ts" code-lz="[^"]+" v-bind="\{\}">/)
  })

  it('shows what has changed, line by line', async () => {
    const diff = await html('ts {monaco-diff}', 'one\ntwo\nthree\n~~~\none\nzwei\nthree\nfour\n')
    const lines = Array.from(diff!.matchAll(/<span class="line([^"]*)">([^<]*)/g), ([, change, line]) => `${change!.trim()} ${line}`.trim())
    expect(lines).toEqual(['one', 'code-removed two', 'code-added zwei', 'three', 'code-added four'])
  })

  it('is no other block', async () => {
    expect(await html('ts {1|2}', 'a')).toBeUndefined()
    expect(await html('md magic-move', 'a')).toBeUndefined()
  })

  it('does not write files from a deck that is built', () => {
    expect(withoutWriting('# A\n\n<<< ./x.ts ts {monaco-write}{height:1}\n\n`{monaco-write}`')).toBe('# A\n\n<<< ./x.ts ts {monaco}{height:1}\n\n`{monaco-write}`')
  })
})
