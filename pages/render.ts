import type { Component } from 'vue'
import type { CourseHead, CoursePageData, LecturePageData } from '../src/shared/page-model.ts'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import CoursePage from './CoursePage.vue'
import LecturePage from './LecturePage.vue'
import NotFoundPage from './NotFoundPage.vue'
import { PAGE_WORDS, wordsOfPage } from './words.ts'

/** The body of the course's page. */
export function renderCourse(page: CoursePageData): Promise<string> {
  return render(CoursePage, page.course.language, { page })
}

/** The body of a lecture's page. */
export function renderLecture(page: LecturePageData): Promise<string> {
  return render(LecturePage, page.course.language, { page })
}

/** The body of the page for addresses that are not there. */
export function renderNotFound(course: CourseHead, home: string): Promise<string> {
  return render(NotFoundPage, course.language, { course, home })
}

async function render(component: Component, language: string, props: Record<string, unknown>): Promise<string> {
  const html = await renderToString(createSSRApp(component, props).provide(PAGE_WORDS, wordsOfPage(language)))
  // Vue's own marks help a script that takes over a page; none does here.
  return html.replace(/<!--[\s\S]*?-->/g, '')
}
