// Runs the search's own JavaScript in Node on an index folder.
// Each line of stdin is a question: {"script": the engine, "index": folder, "queries": [string | {query, limit, newest, published}]}, or
// {"script", "terms": [string]}, or {"script", "titles": [string]}, to be shortened. Each is answered, by an engine of its own, on one line of stdout: {"answers": one for each query or text},
// or {"fault": why not}.
// "newest": in the order of the groups, which is that of their dates. "published": a folder that took the place of the index before the query was asked.
// What is fetched stays in memory for the next query, as in a reader's browser; "bytes" and "files" are what the query needed all the
// same, as if it were the first.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
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
    search.take(path, kept.get(path))
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
    if (!sizes.has(file)) sizes.set(file, existsSync(file) ? gzipSync(readFileSync(file)).length : 0)
    sum += sizes.get(file)
  }
  return sum
}

async function answer(input) {
  if (input.terms) {
    const search = load("", input.script)
    return input.terms.map(text => search.termsAt(search.tidy(text)).map(({ term }) => [term, search.fold(term)]))
  }
  if (input.titles) return input.titles.map(load("", input.script).shortened)
  const search = load(input.index, input.script), answers = []
  sizes.clear()
  for (const item of input.queries) {
    const { query, ...options } = typeof item === "string" ? { query: item } : item
    search.needed.clear()
    if (options.published) search.folder = options.published
    if (options.newest) options.order = group => -group
    let first = null, firstFiles, early = null
    const result = await search.search(query, { ...options, stage: ({ hits }) => {
      if (first !== null) return
      firstFiles = [...search.needed]
      first = gzipped(input.index, firstFiles)
      early = hits[0]?.url
    } })
    const files = [...search.needed], bytes = gzipped(input.index, files)
    delete result.matched
    answers.push({ ...result, tokens: undefined, bytes, first: first ?? bytes, firstFiles, early: early ?? result.hits[0]?.url, files })
  }
  return answers
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for await (const line of createInterface({ input: process.stdin })) {
    const told = await answer(JSON.parse(line)).then(answers => ({ answers }), error => ({ fault: String(error?.stack ?? error) }))
    process.stdout.write(JSON.stringify(told) + "\n")
  }
}
