import '../styles/fonts.ts'
import '../styles/tokens.css'
import './styles/fallback.css'
import './styles/base.css'

// The styles of the components; their code runs in the build alone.
import.meta.glob('./**/*.vue', { eager: true })
