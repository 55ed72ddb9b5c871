import type { Course, Lecture } from '../course/course.ts'
import path from 'node:path'

/** A picture of a recording, which stands for it until it plays. */
export interface Poster {
  file: string
  /** Path below the site. */
  path: string
}

/** Where the picture of a lecture's recording lies, where there is one, whatever host the video has. */
export function posterOf({ slug }: Lecture, { root }: Pick<Course, 'root'>): Poster {
  return { file: path.join(root, 'public', 'talks', `${slug}.jpg`), path: `talks/${slug}.jpg` }
}
