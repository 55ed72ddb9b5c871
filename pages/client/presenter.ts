import { createApp } from 'vue'
import PresenterPage from '../presenter/PresenterPage.vue'
import '../presenter/styles.ts'

const [, slug] = /^\/([^/]+)\/presenter\//.exec(location.pathname)!
createApp(PresenterPage, { slug: decodeURIComponent(slug!) }).mount('#presenter')
