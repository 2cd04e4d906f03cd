// Runs the search's own JavaScript in Node on an index folder.
// stdin: {"script": the engine, "index": folder, "queries": [string | {query, limit}], "cold": bool}; stdout: one JSON line a query.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import vm from "node:vm"


export function load(folder, script) {
  const search = (globalThis.chiNamSearch = {})
  search.fetched = []
  search.loadScript = async name => {
    const code = readFileSync(join(folder, name + ".js"))
    search.fetched.push([name, code])
    vm.runInThisContext(code.toString())
  }
  vm.runInThisContext(script, { filename: "search.js" })
  return search
}

const sizes = new Map()
/** Gzipped bytes of the files fetched. */
export const gzipped = files => files.reduce((sum, [name, code]) => {
  if (!sizes.has(name)) sizes.set(name, gzipSync(code).length)
  return sum + sizes.get(name)
}, 0)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const input = JSON.parse(readFileSync(0, "utf8"))
  if (input.terms) {
    const search = load("", input.script)
    process.stdout.write(JSON.stringify(input.terms.map(text => search.termsAt(search.tidy(text)).map(({ term }) => [term, search.fold(term)]))))
  } else {
    const search = load(input.index, input.script)
    for (const item of input.queries) {
      const { query, cold = input.cold, ...options } = typeof item === "string" ? { query: item } : item
      if (cold) search.forget()
      search.fetched.length = 0
      let first = null, firstFiles, early = null
      const start = process.hrtime.bigint()
      const result = await search.search(query, { ...options, stage: ({ hits }) => {
        if (first !== null) return
        first = gzipped(search.fetched)
        firstFiles = search.fetched.map(([name]) => name)
        early = hits[0]?.url
      } })
      const ms = Number(process.hrtime.bigint() - start) / 1e6
      const bytes = gzipped(search.fetched)
      delete result.matched
      process.stdout.write(JSON.stringify({ ...result, tokens: undefined, bytes, first: first ?? bytes, firstFiles, early: early ?? result.hits[0]?.url, ms, files: cold ? search.fetched.map(([name]) => name) : undefined }) + "\n")
    }
  }
}
