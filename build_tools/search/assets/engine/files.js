/* Index files: fetched on demand as classic scripts (all that file:// allows), unpacked, kept. */
(function (search) {
  "use strict"

  const received = new Map()
  const files = new Map()
  /** What was made of files, under their names or others. */
  const parsed = new Map()
  /** Names of files that could not be had; shown to the reader. */
  const broken = new Set()

  /** Called by the manifest, however old it is. */
  search.put = (name, data) => { received.set(name + ".js", data) }

  /** Called by every other file, whose name its address tells. */
  globalThis.cnPut = data => { received.set(document.currentScript.dataset.path, data) }

  const FILE = /^(?:chiNamSearch\.put\("index",|cnPut\()"([\w+/=]*)"\)\s*$/
  /** The same for a file that was read as a text. Throws if it is none of an index. */
  search.take = (path, text) => {
    const found = FILE.exec(text)
    if (!found) throw new Error(path)
    received.set(path.split("?")[0], found[1])
  }

  /** Where the index lies, with a slash at its end. Set by whoever starts the search. */
  search.base = search.base ?? ""

  /** The build that the files belong to; they lie in a folder of that name, so that those of two builds never mix. */
  let build = ""
  const place = name => (name === "index" ? "" : build + "/") + name + ".js"

  /** The script of an index file is run: all that a page opened from a folder may do. */
  const run = path => new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = search.base + path
    script.dataset.path = path.split("?")[0]
    script.async = true
    script.onload = () => { script.remove(); resolve() }
    script.onerror = () => { script.remove(); reject(new Error(path)) }
    document.head.append(script)
  })

  /** The same file read as a text: of the ways to fetch many small files, the one that costs a browser least. */
  const read = path => new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest()
    asked.open("GET", search.base + path)
    asked.onload = () => {
      try { search.take(path, asked.status === 200 ? asked.responseText : "") } catch (error) { return reject(error) }
      resolve()
    }
    asked.onerror = () => reject(new Error(path))
    asked.send()
  })

  /** Loads an index file, so that its data is `received`. Tests replace it. */
  search.loadScript = search.loadScript ?? (path => location.protocol === "file:" ? run(path) : read(path))

  function unpack(data) {
    const text = atob(data), bytes = new Uint8Array(text.length)
    for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index)
    return search.inflate(bytes)
  }

  const fetched = (name, past = "") => search.loadScript(place(name) + past).then(() => {
    const data = received.get(place(name))
    received.delete(place(name))
    if (data === undefined) throw new Error(name)
    return unpack(data)
  })

  /** An index file: {bytes that were deflated, those behind them}. Rejects when it is missing or broken; asking again tries again. */
  function file(name) {
    search.needs?.(place(name))
    let promise = files.get(name)
    if (!promise) {
      promise = fetched(name).then(found => { broken.delete(name); return found }, error => {
        files.delete(name)
        broken.add(name)
        throw error
      })
      files.set(name, promise)
    }
    return promise
  }

  /** What `make` makes of a file, made once. */
  function from(name, make) {
    search.needs?.(place(name))
    let promise = parsed.get(name)
    if (!promise) {
      promise = file(name).then(({ bytes, behind }) => make(bytes, behind))
      promise.catch(() => parsed.delete(name))
      parsed.set(name, promise)
      promise.then(() => files.delete(name), () => {})
    }
    return promise
  }

  const text = bytes => new TextDecoder().decode(bytes)
  const json = name => from(name, bytes => JSON.parse(text(bytes)))

  /** Forget everything that was read. */
  search.forget = () => { received.clear(); files.clear(); parsed.clear(); broken.clear() }

  const manifest = () => json("index").then(index => { build = index.build; return index })

  /**
   * Has the site been published anew since the manifest was read? Then what was read is forgotten, and the new manifest holds. Asked when a
   * file could not be had: a reader's page, or a cache on the way, may outlive the files.
   */
  search.renewed = async () => {
    const fresh = await fetched("index", "?" + Date.now().toString(36)).then(({ bytes }) => JSON.parse(text(bytes))).catch(() => null)
    if (!fresh || fresh.build === build) return false
    search.forget()
    parsed.set("index", Promise.resolve(fresh))
    return true
  }
  search.files = { manifest, json, file, from, text, parsed, broken }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
