/* The one script that every page loads, before the theme's own. It puts our engine behind Material's search box, loads the rest when
 * somebody searches, marks the words that led to a page, and starts the search page. Works from file:// and under a base path. */
(function (search) {
  "use strict"

  // before the first paint: what only stands where no script runs is not seen
  document.documentElement.classList.replace("no-js", "js")

  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/, "")
  search.root = new URL("../../", here).href
  search.base = here + "index/"

  // before the theme reads the address: on the search page a question there is the page's own, and has its room from the first paint on
  const given = new URLSearchParams(location.search)
  if (location.pathname.replace(/index\.html$/, "") === new URL(search.pageUrl || "tim-kiem/", search.root).pathname) {
    if (given.has("q")) {
      if (!given.has("tim")) given.set("tim", given.get("q"))
      given.delete("q")
      history.replaceState(history.state, "", location.pathname + "?" + given + location.hash)
    }
    document.documentElement.toggleAttribute("data-cn-asked", [...given.keys()].some(key => key === "tim" || key.startsWith("f.")))
  }

  const loaded = new Map()
  /** Load scripts beside this one, in order; each once. */
  search.need = (...names) => Promise.all(names.map(name => {
    if (!loaded.has(name)) loaded.set(name, new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = here + name + ".js"
      script.async = false
      script.onload = resolve
      script.onerror = () => { loaded.delete(name); reject(new Error(name)) }
      document.head.append(script)
    }))
    return loaded.get(name)
  }))
  search.needEngine = () => search.need("search")

  /** Address of a page of the site; `words` are marked there. On file:// a folder's page has to be named. */
  search.href = (url, words = "") => {
    const target = new URL(url, search.root)
    if (target.protocol === "file:" && target.pathname.endsWith("/")) target.pathname += "index.html"
    if (words) target.searchParams.set("h", words)
    return target.href
  }

  /** Material asks a worker. Ours answers in the page itself: the work is a few milliseconds, and file:// has no workers. */
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
  class Box extends EventTarget {
    constructor() {
      super()
      this.asked = 0
      setTimeout(() => this.say({ type: READY }))
    }

    say(data) { this.dispatchEvent(new MessageEvent("message", { data })) }

    async postMessage({ type, data }) {
      if (type === SETUP || type !== QUERY) return
      const asked = ++this.asked
      const current = () => asked === this.asked
      try {
        await search.needEngine()
        await search.box(data, items => current() && this.say({ type: RESULT, data: { items } }), current)
      } catch (error) {
        if (!current()) return
        this.say({ type: RESULT, data: { items: [] } })
        search.boxTrouble?.(error)
        console.warn("search:", error)
      }
    }

    terminate() {}
  }
  const Native = globalThis.Worker
  globalThis.Worker = /** @type {any} */ (function (url, options) {
    return /\/workers\/search\.[^/]*$/.test(String(url)) ? new Box() : new Native(url, options)
  })
  if (Native) globalThis.Worker.prototype = Native.prototype

  function onPage() {
    /** @type {HTMLInputElement | null} */
    const input = document.querySelector(".md-search__input")
    if (input && !input.dataset.chiNam) {
      input.dataset.chiNam = "1"
      input.addEventListener("focus", () => search.needEngine().then(() => search.warm()).catch(() => {}), { once: true })
      // Material listens to keys only; an input method, a paste or a spoken word changes the text without one
      for (const event of ["input", "compositionend"]) {
        input.addEventListener(event, () => input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })))
      }
      const meta = document.querySelector(".md-search-result__meta")
      meta?.setAttribute("role", "status")
      meta?.setAttribute("aria-live", "polite")
    }
    if (new URLSearchParams(location.search).get("h")) search.need("search", "highlight").then(() => search.highlight()).catch(() => {})
    const page = document.getElementById("chi-nam-search")
    if (page && !page.dataset.started) {
      page.dataset.started = "1"
      search.needEngine().then(() => search.need("page")).then(() => search.startPage(page)).catch(() => {
        page.querySelector("[data-trouble]")?.removeAttribute("hidden")
      })
    }
  }
  document.addEventListener("DOMContentLoaded", () => {
    if (globalThis.document$?.subscribe) globalThis.document$.subscribe(onPage)
    else onPage()
  })
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
