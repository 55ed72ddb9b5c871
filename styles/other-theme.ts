import './fonts.ts'
import './tokens.css'
import './base.css'
import './other-theme.css'
