import '../../styles/fonts.ts'
import '../../styles/tokens.css'
import '../styles/fallback.css'
import '../styles/presenter.css'
