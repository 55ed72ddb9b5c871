// A thread that repairs and proves one PDF after the other, while the browser prints the next.
import { answerTasks } from '../../core/threads.ts'
import { provePdf } from './prove-pdf.ts'

answerTasks(provePdf)
