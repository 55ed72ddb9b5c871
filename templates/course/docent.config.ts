import { defineCourse } from 'docent'

// What the course says of its building and hosting; an editor completes it. Titles and languages stand in slides.md.
export default defineCourse({
  // url: 'https://example.org/my-course',
})
