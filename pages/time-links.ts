import type { TalkView } from '../src/shared/page-model.ts'
import { formatTime } from '../src/shared/time.ts'

/** Address at which the recording plays from a moment, also where no script runs. */
export function momentAddress({ video }: TalkView, seconds: number): string {
  const whole = Math.floor(seconds)
  switch (video.kind) {
    case 'missing': return momentQuery(whole)
    case 'file': return `${video.src}#t=${whole}`
    case 'youtube': return `${video.watch}&t=${whole}s`
    case 'vimeo': return `${video.watch}#t=${whole}s`
    case 'peertube': return `${video.watch}?start=${whole}s`
  }
}

/** Query of the page's own address that opens it at a moment: `?t=1:02:03`. */
export function momentQuery(seconds: number): string {
  return `?t=${formatTime(seconds)}`
}
