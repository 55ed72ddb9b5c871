import { expect, it } from 'vitest'
import { finishPdf, nothingTold } from '../../../src/paper/deck/finish-pdf.ts'
import { printHtml } from '../../pdf-ua/print-fixture.ts'

const SILENT = '<h1>Rivers</h1><img width="9" height="9" src="data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\'%3E%3Crect width=\'9\' height=\'9\'/%3E%3C/svg%3E">'

it('says once for all files of a lecture that nobody hears of a picture', async () => {
  const pdf = await printHtml(SILENT)
  const told = nothingTold()
  const finish = (name: string, visible: Parameters<typeof finishPdf>[1]['visible']) => finishPdf({ pdf, parts: { sections: [], formulas: [] } }, {
    name,
    repair: { title: 'Rivers' },
    visible,
    told,
    where: () => ({ name: 'Slide 1 ("Rivers")', file: 'rivers.md', line: 3 }),
  })
  const seen = { words: ['Rivers'], figures: 1 }
  expect((await finish('slides.pdf', [seen])).warnings).toEqual([{
    message: 'Slide 1 ("Rivers"), on page 1 of slides.pdf: A picture has no description, so nobody hears of it.',
    file: 'rivers.md',
    line: 3,
  }])
  expect((await finish('handout-notes.pdf', seen)).warnings).toEqual([])
})
