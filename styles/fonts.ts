// The typefaces of slides, pages and paper. The emoji font is the one that Chromium draws (COLR); others bring their
// own.
import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-sans-3/wght-italic.css'
import '@fontsource-variable/source-code-pro/wght.css'
import './scripts.css'
