// That every interface and method which the pages' scripts name was there by the middle of 2020: the compiler of that time (TypeScript 3.9,
// May 2020) looks for each of them in its own description of browsers. ESLint proves the syntax and the language's own methods; it does not
// know of which kind a value is, so it cannot see that an element's `replaceChildren` is of Chromium 86.
import { spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"

const here = dirname(fileURLToPath(import.meta.url))
const compiler = createRequire(import.meta.url).resolve("typescript-2020/bin/tsc")
/** "has no property", "cannot find name", with and without "did you mean": the other remarks are those of the compiler of today, told elsewhere. */
const ABSENT = /error TS(2304|2339|2550|2551|2552|2568|2583):/

const done = spawnSync(process.execPath, [compiler, "--project", `${here}/tsconfig.2020.json`], { encoding: "utf8" })
const absent = done.stdout.split("\n").filter(line => ABSENT.test(line))
const broken = done.stdout.split("\n").filter(line => /error TS(1\d{3}|5\d{3}|6\d{3}):/.test(line))
if (done.error || absent.length || broken.length) {
  console.error([done.error || "", ...broken, ...absent].join("\n"))
  process.exit(1)
}
