// A thread that looks for leaks in a part of a site's files.
import { answerTasks } from '../../core/threads.ts'
import { leaksInFiles } from './find-leaks.ts'

answerTasks(leaksInFiles)
