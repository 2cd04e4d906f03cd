// Runs the search's own JavaScript in Node on an index folder.
// stdin: {"script": the engine, "index": folder, "queries": [string | {query, limit, published}]}; stdout: one JSON line a query.
// "published": a folder that took the place of the index before the query was asked.
// What is fetched stays in memory for the next query, as in a reader's browser; "bytes" and "files" are what the query needed all the
// same, as if it were the first.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import vm from "node:vm"

export function load(folder, script) {
  const search = (globalThis.chiNamSearch = {})
  search.needed = new Set()
  search.needs = path => search.needed.add(path)
  search.folder = folder
  // like a browser's cache that does not expire: what was read once is not read again, unless it is asked for past the caches
  const kept = new Map()
  search.loadScript = async path => {
    if (!kept.has(path)) kept.set(path, readFileSync(join(search.folder, path.split("?")[0]), "utf8"))
    vm.runInThisContext(kept.get(path))
  }
  vm.runInThisContext(script, { filename: "search.js" })
  return search
}

const sizes = new Map()
/** Gzipped bytes of index files; a file that is not there has none. */
export function gzipped(folder, paths) {
  let sum = 0
  for (const path of paths) {
    const file = join(folder, path)
    if (!sizes.has(path)) sizes.set(path, existsSync(file) ? gzipSync(readFileSync(file)).length : 0)
    sum += sizes.get(path)
  }
  return sum
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const input = JSON.parse(readFileSync(0, "utf8"))
  if (input.terms) {
    const search = load("", input.script)
    process.stdout.write(JSON.stringify(input.terms.map(text => search.termsAt(search.tidy(text)).map(({ term }) => [term, search.fold(term)]))))
  } else {
    const search = load(input.index, input.script)
    for (const item of input.queries) {
      const { query, ...options } = typeof item === "string" ? { query: item } : item
      search.needed.clear()
      if (options.published) search.folder = options.published
      let first = null, firstFiles, early = null
      const start = process.hrtime.bigint()
      const result = await search.search(query, { ...options, stage: ({ hits }) => {
        if (first !== null) return
        firstFiles = [...search.needed]
        first = gzipped(input.index, firstFiles)
        early = hits[0]?.url
      } })
      const ms = Number(process.hrtime.bigint() - start) / 1e6
      const files = [...search.needed], bytes = gzipped(input.index, files)
      delete result.matched
      process.stdout.write(JSON.stringify({ ...result, tokens: undefined, bytes, first: first ?? bytes, firstFiles, early: early ?? result.hits[0]?.url, ms, files }) + "\n")
    }
  }
}
