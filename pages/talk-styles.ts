import './styles/talk.css'

// What pages of lectures with a recording show besides what all pages do.
import.meta.glob('./parts/talk/*.vue', { eager: true })
