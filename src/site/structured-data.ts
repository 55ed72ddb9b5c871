import type { Course as CourseThing, LearningResource, Person, VideoObject, WithContext } from 'schema-dts'
import type { Course, Lecture } from '../course/course.ts'
import type { RecordedTalk } from '../talk/recorded-talk.ts'
import type { Video } from '../talk/video.ts'
import { languageOf } from '../course/language.ts'
import { describeCourse, describeLecture } from './description.ts'

/** What search engines are told of a course. */
export function courseData(course: Course): WithContext<CourseThing> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    'name': course.title,
    'description': describeCourse(course),
    'inLanguage': course.language,
    'isAccessibleForFree': true,
    'url': address(course, ''),
    'provider': author(course),
    'hasPart': course.lectures.map(lecture => lectureThing(course, lecture)),
  }
}

/** What search engines are told of a lecture, and of its recording with its key moments. */
export function lectureData(
  course: Course,
  lecture: Lecture,
  talk: RecordedTalk | undefined,
): WithContext<LearningResource> {
  return {
    '@context': 'https://schema.org',
    ...lectureThing(course, lecture),
    'isPartOf': { '@type': 'Course', 'name': course.title, 'url': address(course, '') },
    'author': author(course),
    'video': talk?.video && talk.video.kind !== 'missing' ? videoThing(course, lecture, talk) : undefined,
  }
}

function lectureThing(course: Course, lecture: Lecture): LearningResource {
  return {
    '@type': 'LearningResource',
    'name': lecture.title,
    'description': describeLecture(lecture),
    'learningResourceType': 'Lecture',
    'inLanguage': languageOf(course, lecture),
    'position': lecture.number,
    'timeRequired': lecture.minutes === undefined ? undefined : duration(lecture.minutes * 60),
    'url': address(course, `${lecture.slug}/`),
  }
}

function videoThing(course: Course, lecture: Lecture, talk: RecordedTalk): VideoObject {
  const page = address(course, `${lecture.slug}/`)
  const { video } = talk
  return {
    '@type': 'VideoObject',
    'name': lecture.title,
    'description': describeLecture(lecture),
    'inLanguage': course.language,
    'duration': duration(talk.duration),
    'thumbnailUrl': address(course, talk.poster ?? `${lecture.slug}/og.png`),
    'uploadDate': uploadDate(lecture, talk),
    'contentUrl': video?.kind === 'file' ? address(course, pathOf(video, lecture)) : undefined,
    'embedUrl': video && 'embed' in video ? video.embed : undefined,
    'hasPart': talk.chapters.map(({ start, end, title }) => ({
      '@type': 'Clip',
      'name': title,
      'startOffset': Math.floor(start),
      'endOffset': Math.floor(end),
      'url': page && `${page}?t=${Math.floor(start)}`,
    })),
  }
}

/** Path of a video file below the site. */
function pathOf({ place, path }: Extract<Video, { kind: 'file' }>, { slug }: Lecture): string {
  return place === 'public' ? path : `${slug}/${path}`
}

/** The day of the talk: as the lecture says, else of the first event of its log, which an import does not know. */
function uploadDate(lecture: Lecture, talk: RecordedTalk): string | undefined {
  if (lecture.date)
    return lecture.date.toISOString().slice(0, 10)
  const first = talk.log.events[0]?.time
  return first !== undefined && first > Date.UTC(2000, 0) ? new Date(first).toISOString().slice(0, 10) : undefined
}

function author({ author }: Course): Person | undefined {
  return author ? { '@type': 'Person', 'name': author } : undefined
}

function address({ url }: Course, path: string): string | undefined {
  return url && `${url}/${encodeURI(path)}`
}

/** ISO 8601. */
function duration(seconds: number): string {
  return `PT${Math.round(seconds)}S`
}
