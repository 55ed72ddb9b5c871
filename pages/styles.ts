import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-sans-3/wght-italic.css'
import '@fontsource-variable/source-code-pro/wght.css'
import '@fontsource/noto-color-emoji/index.css'
import '../styles/tokens.css'
import './styles/base.css'

// The styles of the components; their code runs in the build alone.
import.meta.glob('./**/*.vue', { eager: true })
