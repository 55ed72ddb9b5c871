import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parentPort, Worker } from 'node:worker_threads'
import { toolkitRoot } from './toolkit.ts'

/** What a thread answers. */
type ThreadAnswer = { id: number } & ({ done: unknown } | { error: unknown, name: string })

interface Thread {
  worker: Worker
  /** What it has not answered yet. */
  waiting: Map<number, { resolve: (done: unknown) => void, reject: (error: unknown) => void }>
}

// This thread and the browser have enough to do on one processor.
const THREADS = Math.max(1, os.availableParallelism() - 1)

/**
 * Threads that do one kind of work, started as they are needed; with nothing to wait for they keep no process alive.
 * @param script of the work, below the toolkit; it answers by `answerTasks`
 * @returns does a task, which is copied, in the thread that has the least to do
 */
export function createThreads<Task, Done>(script: string): (task: Task) => Promise<Done> {
  const threads: Thread[] = []
  let tasks = 0
  return (task) => {
    const idle = threads.find(({ waiting }) => !waiting.size)
    const thread = idle ?? (threads.length < THREADS ? start(script, threads) : leastBusy(threads))
    return new Promise((resolve, reject) => {
      const id = tasks++
      thread.worker.ref()
      thread.waiting.set(id, { resolve: resolve as (done: unknown) => void, reject })
      thread.worker.postMessage({ id, task })
    })
  }
}

function leastBusy(threads: readonly Thread[]): Thread {
  return threads.reduce((least, thread) => thread.waiting.size < least.waiting.size ? thread : least)
}

function start(script: string, threads: Thread[]): Thread {
  const worker = new Worker(path.join(toolkitRoot, 'src/cli/run.js'), { argv: [script], execArgv: [] })
  const thread: Thread = { worker, waiting: new Map() }
  threads.push(thread)
  // Before anybody tidies up where it still writes.
  const end = () => void worker.terminate()
  process.prependListener('exit', end)
  worker.on('message', (answer: ThreadAnswer) => {
    const task = thread.waiting.get(answer.id)
    thread.waiting.delete(answer.id)
    if (!thread.waiting.size)
      worker.unref()
    if ('done' in answer)
      task?.resolve(answer.done)
    else
      task?.reject(withName(answer))
  })
  const fail = (error: unknown) => {
    process.off('exit', end)
    threads.splice(threads.indexOf(thread), 1)
    for (const { reject } of thread.waiting.values())
      reject(error)
    thread.waiting.clear()
  }
  worker.once('error', fail)
  worker.once('exit', code => fail(new Error(`A thread of the build has ended with ${code}.`)))
  return thread
}

/** Errors lose their class on the way between threads. */
function withName({ error, name }: { error: unknown, name: string }): unknown {
  return error instanceof Error ? Object.assign(error, { name }) : error
}

/** Does all tasks that come to a thread that `createThreads` has started. */
export function answerTasks<Task, Done>(work: (task: Task) => Promise<Done>): void {
  const answer = (message: ThreadAnswer) => parentPort!.postMessage(message)
  parentPort!.on('message', ({ id, task }: { id: number, task: Task }) => {
    work(task).then(
      done => answer({ id, done }),
      (error: Error) => answer({ id, error, name: error.name }),
    )
  })
}
