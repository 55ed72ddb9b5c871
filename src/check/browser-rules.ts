/** What is seen in a browser alone: on every slide after each of its steps, light and dark. */
export const browserRules = {
  'broken-deck': {
    severity: 'error',
    meaning: 'A slide, a component, a font or a picture of the deck does not come.',
    fix: 'Open the deck with `npm start`, look at the slide and fix it.',
  },
  'overflow': {
    severity: 'error',
    meaning: 'Text or a picture is cut off at the edge of its slide or box.',
    fix: 'Shorten or divide the slide, or write `zoom: 0.8` into its front matter.',
  },
  'box-overflow': {
    severity: 'warning',
    meaning: 'Text stands out of the box that is drawn around it.',
    fix: 'Shorten the text, or make the box larger.',
  },
  'overlap': {
    severity: 'error',
    meaning: 'Two texts lie over each other.',
    fix: 'Move one of them, or let it come when the other has gone.',
  },
  'scroll-bar': {
    severity: 'warning',
    meaning: 'A part of the slide scrolls, which nobody in the room can do.',
    fix: 'Shorten what stands in it, or show it in steps.',
  },
  'moves': {
    severity: 'warning',
    meaning: 'What stays on the slide jumps by more than a pixel from one step to the next.',
    fix: 'Keep its place free before it comes: hide it instead of taking it away, or let it move in a transition.',
  },
  'blurred-picture': {
    severity: 'warning',
    meaning: 'A picture has fewer pixels than it is shown with, so it is blurred.',
    fix: 'Take a larger picture, an SVG, or show it smaller.',
  },
  'console-error': {
    severity: 'warning',
    meaning: 'A script of the deck fails.',
    fix: 'Open the deck with `npm start` and read the console of the browser.',
  },
  'small-print': {
    severity: 'warning',
    meaning: 'Much text of a slide is too small to read in a handout that the course makes.',
    fix: 'Use larger text, or name a layout with fewer slides a page under `handouts:`.',
  },
  'accessibility': {
    severity: 'error',
    meaning: 'axe finds what somebody cannot see, hear or operate.',
    fix: 'Do what the finding says; its address explains it.',
  },
  'canary': {
    severity: 'error',
    meaning: 'axe did not see a fault that was planted on the slide to try it: nothing is known of its contrast.',
    fix: 'Look for what covers or hides the slide from axe, such as a fixed layer over it.',
  },
  'far-seat': {
    severity: 'warning',
    meaning: 'Text cannot be read from the last row of the room that `room:` in the headmatter describes.',
    fix: 'Use larger text, or say how far the last row really is: `room: 6` is six heights of the picture.',
  },
  'washed-out': {
    severity: 'warning',
    meaning: 'Text is too pale for a projector in a room with light: 4.5:1 in a 15:1 room, 3:1 in a 7:1 room.',
    fix: 'Take a darker color on light ground, or a lighter one on dark ground.',
  },
} as const
