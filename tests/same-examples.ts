import process from 'node:process'
import { configureGlobal } from 'fast-check'

// The same examples in every run, so that a change is what makes a test fail; SEED=… tries others.
configureGlobal({ seed: Number(process.env.SEED ?? 20261124) })
