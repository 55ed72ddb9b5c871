import fs from 'node:fs/promises'
import path from 'node:path'
import { Parser } from 'htmlparser2'
import { beforeAll, describe, expect, it } from 'vitest'
import { wordsIn } from '../../src/language/languages.ts'
import { en } from '../../src/language/words/en.ts'
import { requireVeraPdf, skipVeraPdf, validate } from '../pdf-ua/verapdf.ts'
import { openPage } from './browser.ts'
import { builtSite } from './built-site.ts'

const LECTURES = ['ar', 'ja', 'de'] as const
const HANDOUTS = ['notes', '2-notes', '3-lines', '4', '6', '9', 'article']
const SAID = ['aria-label', 'alt', 'title', 'placeholder', 'label']
let site: Awaited<ReturnType<typeof builtSite>>
beforeAll(async () => void (site = await builtSite('languages')))

const read = (file: string) => fs.readFile(path.join(site.folder, file), 'utf8')

/** Every text of a page, and what it says to who does not see it; frozen slides too. */
function saidIn(html: string): string[] {
  const said: string[] = []
  const silent: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script' || name === 'style')
        silent.push(name)
      said.push(...SAID.map(key => attributes[key] ?? ''))
    },
    onclosetag: name => void (silent.at(-1) === name && silent.pop()),
    ontext: text => void (silent.length || said.push(text)),
  })
  parser.end(html)
  return said.map(text => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
}

/** What Docent says in English, and does not in another language, as patterns of whole texts. */
function englishBeside(language: string): RegExp[] {
  const own = wordsIn(language).words as unknown as Record<string, Record<string, unknown>>
  return Object.entries(en).flatMap(([part, texts]) => Object.entries(texts).flatMap(([key, text]) => {
    if (part === 'remote' || JSON.stringify(own[part]![key]) === JSON.stringify(text))
      return []
    const forms: string[] = typeof text === 'string' ? [text] : Object.values(text)
    return forms
      .filter(form => /[a-z]{3}/i.test(form.replace(/\{\w+\}/g, '')))
      .map(form => new RegExp(`^${form.split(/\{\w+\}/).map(escape).join('.+')}$`))
  }))
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

describe('a course in other languages', { timeout: 120_000 }, () => {
  it.each([
    ['index.html', 'ar'],
    ['404.html', 'ar'],
    ...LECTURES.map((language): [string, string] => [`${language}/index.html`, language]),
  ] as [string, string][])('has no English of Docent in %s', async (file, language) => {
    const html = await read(file)
    expect(html).toMatch(language === 'ar' ? /<html lang="ar" dir="rtl">/ : new RegExp(`<html lang="${language}">`))
    const patterns = englishBeside(language)
    const said = saidIn(html)
    // The lecture's slides, with callout, question and diagrams, are among it.
    expect(said.length).toBeGreaterThan(file === '404.html' ? 3 : 20)
    expect(said.filter(text => patterns.some(pattern => pattern.test(text)))).toEqual([])
  })

  it('says callouts, questions and diagrams in the language of each lecture', async () => {
    const texts = await Promise.all(LECTURES.map(async language => saidIn(await read(`${language}/index.html`))))
    const found = texts.map((said, i) => {
      const { callouts, layerKinds, pages } = wordsIn(LECTURES[i]!).words
      const kind = [callouts.note, callouts.warning, callouts.tip][i]!
      const layer = [layerKinds.os, layerKinds.hardware, layerKinds.hardware][i]!
      return [said.includes(kind), said.some(text => text.includes(`(${layer})`)), said.includes(String(pages.previous))]
    })
    expect(found).toEqual([[true, true, false], [true, true, true], [true, true, true]])
  })

  it('draws every letter, and can read each', () => {
    expect(site.stderr).not.toMatch(/letter/)
  })

  it('shows slides from right to left in one deck, and from left to right in the next', async () => {
    const places = await Promise.all(LECTURES.slice(0, 2).map(async (language) => {
      const page = await openPage(`${site.origin}/${language}/deck/index.html#/1`)
      await page.locator('.slidev-layout.cover h1').waitFor()
      const [title, motif] = await Promise.all(['.cover h1', '.cover-motif'].map(part => page.locator(part).boundingBox()))
      const spoken = await page.locator('.slide-announcement').textContent()
      await page.close()
      return [Math.sign(motif!.x - title!.x), spoken]
    }))
    expect(places).toEqual([[-1, 'الشريحة 1 من 8: كيف تصل الرسالة؟'], [1, 'スライド 1 / 4: カーネルとは何か']])
  })

  it('finds words of scripts that write no spaces, and shows them as they are written', async () => {
    const page = await openPage(site.origin)
    await page.fill('#_search', '仕事')
    const result = page.locator('.search-results a', { hasText: 'カーネルの仕事' })
    await result.waitFor()
    expect(await page.locator('.search-status').textContent()).toBe('شريحة واحدة')
    expect(await page.locator('.search-results p').first().textContent()).toContain('装置との間でデータを運ぶ')
    await page.close()
  })

  it.skipIf(skipVeraPdf)('prints slides and every handout as veraPDF wants them', async () => {
    requireVeraPdf()
    const files: Record<string, Uint8Array> = {}
    for (const language of LECTURES.slice(0, 2)) {
      for (const name of ['slides.pdf', ...HANDOUTS.map(layout => `handout-${layout}.pdf`)])
        files[`${language} ${name}`] = await fs.readFile(path.join(site.folder, language, name))
    }
    const results = await validate(files)
    expect(Object.entries(results).filter(([, { failures }]) => failures.length)).toEqual([])
    expect(Object.keys(results)).toHaveLength(16)
  })
})
