import { describe, expect, it } from 'vitest'
import { findMissingText, missingFromPages } from '../../packages/pdf-ua/src/missing-text.ts'
import { repairPdf } from '../../packages/pdf-ua/src/repair.ts'
import { collectVisible } from '../../packages/pdf-ua/src/visible-text.ts'
import { printFixture, printHtml, seeFixture, seeHtml } from './print-fixture.ts'

async function repaired(body: string): Promise<Uint8Array> {
  return (await repairPdf(await printHtml(body), { title: 'A test' })).bytes
}

describe('findMissingText', () => {
  it('finds every visible word and figure of a deck in its tags', async () => {
    const visible = await seeFixture('deck.html', collectVisible, '.print-slide-container')
    const { bytes } = await repairPdf(await printFixture('deck.html'), { title: 'A test' })
    expect(visible).toHaveLength(8)
    expect(visible[1]!.words).toContain('processes')
    expect(visible.map(({ figures }) => figures)).toEqual([0, 1, 0, 0, 2, 1, 2, 0])
    expect(await findMissingText(visible, bytes)).toEqual([])
  })

  it('sees what a person sees: not what is hidden or decoration, but what shadow trees hold', async () => {
    const [seen] = await seeHtml(`<main style="width: 300px">seen <i style="opacity: 0">clear</i><i hidden>hidden</i><i style="visibility: hidden">gone</i><i aria-hidden="true">icon</i>
      <details><summary>more</summary>folded</details><script>code</script><span style="position: absolute; left: -999px">outside</span>
      <img alt="" width="9" height="9"><canvas width="9" height="9"></canvas><div role="img" aria-label="x"><svg width="9" height="9"><text>part</text></svg></div>
      <div><template shadowrootmode="open">in the shadow <svg width="9" height="9"></svg></template></div></main>`, collectVisible, 'main')
    expect(seen).toEqual({ words: ['seen', 'more', 'in', 'the', 'shadow'], figures: 3 })
  })

  it('sees no words that something around them cuts off', async () => {
    const [seen] = await seeHtml(`<main style="width: 300px; height: 200px; overflow: hidden; font: 20px/20px monospace">
      <div style="height: 26px; overflow: hidden">kept<br>half<br>gone<img src="data:," alt="x" width="9" height="9"></div>
      <p style="margin-left: 250px; white-space: nowrap">near farther</p><p style="margin-top: 200px">below</p></main>`, collectVisible, 'main')
    expect(seen).toEqual({ words: ['kept', 'near'], figures: 0 })
  })

  it('names words that are hidden from screen readers, as KaTeX writes them', async () => {
    const bytes = await repaired('<h1>A formula</h1><p>So <span aria-hidden="true">E = mc²</span></p>')
    expect(await findMissingText([{ words: ['A', 'formula', 'So', 'E', '=', 'mc²'], figures: 0 }], bytes)).toMatchInlineSnapshot(`
      [
        {
          "figures": 0,
          "message": "The words "E = mc²" are hidden from screen readers.",
          "page": 1,
          "words": [
            "E",
            "=",
            "mc²",
          ],
        },
      ]
    `)
  })

  it('names words that became a picture, and figures without a description', async () => {
    const bytes = await repaired('<h1>Lost</h1><p style="filter: blur(1px)">misty words</p><canvas></canvas>')
    expect(await findMissingText([{ words: ['Lost', 'misty', 'words'], figures: 1 }], bytes)).toMatchInlineSnapshot(`
      [
        {
          "figures": 1,
          "message": "The words "misty words" are not text in the file, and one figure has no description.",
          "page": 1,
          "words": [
            "misty",
            "words",
          ],
        },
      ]
    `)
  })

  it('misses a word that is there only once of twice', async () => {
    const bytes = await repaired('<p>echo <span aria-hidden="true">echo</span></p>')
    expect((await findMissingText([{ words: ['echo', 'echo'], figures: 0 }], bytes))[0]?.words).toEqual(['echo'])
  })

  it('is not misled by capitals, ligatures, hyphens, letter spacing and words that touch', async () => {
    const bytes = await repaired('<h1 style="text-transform: uppercase; letter-spacing: .3em">spaced out</h1><p style="width: 4em; hyphens: manual">incompre&shy;hensible</p><p>office a<b>b</b>c x<sup>2</sup></p><p dir="rtl">שלום עולם</p>')
    expect(await findMissingText([{ words: ['spaced', 'out', 'incompre\u00ADhensible', 'office', 'abc', 'x2', 'שלום', 'עולם'], figures: 0 }], bytes)).toEqual([])
  })

  it('counts a page that is missing as lost', async () => {
    expect((await findMissingText([{ words: ['Here'], figures: 0 }, { words: ['gone'], figures: 0 }], await repaired('<p>Here</p>'))).map(({ page }) => page)).toEqual([2])
  })

  it('takes marks that stand turned around between words written to the left for what they are', () => {
    const page = (text: string) => [{ text, figures: [], untaggedText: '' }]
    const see = (...words: string[]) => [{ words, figures: 0 }]
    expect(missingFromPages(see('اشیاء', '(cont.)', '(x)'), page('(.cont) ءایشا (x)'))).toEqual([])
    expect(missingFromPages(see('اشیاء', '(cont.)'), page('ءایشا'))[0]!.words).toEqual(['(cont.)'])
    expect(missingFromPages(see('things', '(cont.)'), page('(.cont) things'))[0]!.words).toEqual(['(cont.)'])
  })
})
