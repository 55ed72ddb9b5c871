import type { PdfTask, ProvedPdf } from '../../src/paper/deck/prove-pdf.ts'
import { expect, it } from 'vitest'
import { startProcess } from '../../src/core/own-process.ts'
import { createThreads } from '../../src/core/threads.ts'

const task = (text: string): PdfTask => ({ printed: new TextEncoder().encode(text), repair: { title: 'x' }, gray: false, visible: [] })

it('does tasks in a thread, and tells what went wrong there by its name', async () => {
  const prove = createThreads<PdfTask, ProvedPdf>('src/paper/deck/pdf-thread.ts')
  const errors = await Promise.all(['a', 'b', 'c'].map(text => prove(task(text)).catch((error: unknown) => error)))
  expect(errors.map(error => (error as Error).name)).toEqual(['PdfError', 'PdfError', 'PdfError'])
  expect(String(errors[0])).toContain('cannot be read as a PDF')
})

it('says that a process or thread has ended before its work', async () => {
  const prove = createThreads<PdfTask, ProvedPdf>('src/paper/deck/no-such-thread.ts')
  await expect(prove(task(''))).rejects.toThrow(/no-such-thread/)
  const killed = startProcess('src/slidev/decks-process.ts', 'course', () => {})
  killed.kill()
  await expect(killed.ended).rejects.toThrow('A process of the build has ended with SIGKILL.')
})
