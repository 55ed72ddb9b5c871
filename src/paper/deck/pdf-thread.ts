// A thread that repairs and proves one PDF after the other, while the browser prints the next.
import type { ThreadAnswer } from '../../core/threads.ts'
import type { PdfTask } from './prove-pdf.ts'
import { parentPort } from 'node:worker_threads'
import { provePdf } from './prove-pdf.ts'

parentPort?.on('message', ({ id, task }: { id: number, task: PdfTask }) => {
  provePdf(task).then(
    done => parentPort!.postMessage({ id, done } satisfies ThreadAnswer),
    (error: Error) => parentPort!.postMessage({ id, error, name: error.name } satisfies ThreadAnswer),
  )
})
