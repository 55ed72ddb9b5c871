import '../styles/fonts.ts'
import '../styles/tokens.css'
import './styles/fallback.css'
import './styles/base.css'

// The styles of the components; their code runs in the build alone. The presenter's view and recordings have their own.
import.meta.glob(['./**/*.vue', '!./presenter/**'], { eager: true })
