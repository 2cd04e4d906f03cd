// Are two scripts the same but for the names of their own variables? stdin: [one, other]. Says "the same", or where they part.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
const require = createRequire(new URL("../js/package.json", import.meta.url))
const acorn = require("acorn"), { analyze } = require("eslint-scope")

/** The tree with each variable told by its number, and names that no scope declares by themselves. */
function told(code) {
  const tree = acorn.parse(code, { ecmaVersion: "latest", ranges: true, sourceType: "script" })
  const scopes = analyze(tree, { ecmaVersion: 2022, sourceType: "script" }), numbers = new Map(), own = new Map()
  const number = variable => numbers.get(variable) ?? numbers.set(variable, numbers.size).get(variable)
  for (const scope of scopes.scopes) {
    for (const variable of scope.variables) for (const name of variable.identifiers) own.set(name, number(variable))
    for (const reference of scope.references) own.set(reference.identifier, reference.resolved ? number(reference.resolved) : reference.identifier.name)
  }
  const plain = node => {
    if (Array.isArray(node)) return node.map(plain)
    if (node instanceof RegExp || typeof node === "bigint") return String(node)
    if (!node || typeof node !== "object") return node
    if (node.type === "Identifier" && own.has(node)) return { variable: own.get(node) }
    const left = new Set(["start", "end", "range", "shorthand"])
    return Object.fromEntries(Object.entries(node).filter(([key]) => !left.has(key)).map(([key, value]) => [key, node.type === "Property" && node.shorthand && key === "key" ? { type: "Identifier", name: value.name } : plain(value)]))
  }
  return plain(tree)
}

const [one, other] = JSON.parse(readFileSync(0, "utf8")).map(code => JSON.stringify(told(code), null, 1).split("\n"))
const place = one.findIndex((line, at) => line !== other[at])
if (place < 0 && one.length === other.length) console.log("the same")
else {
  console.error(one.slice(Math.max(0, place - 12), place + 3).join("\n"), "\n-----\n", other.slice(Math.max(0, place - 12), place + 3).join("\n"))
  process.exitCode = 1
}
