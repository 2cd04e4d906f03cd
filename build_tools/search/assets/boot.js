/* The one script of the search that every page loads. It loads the rest when somebody searches, marks the words that led to a page, and
 * starts the search page. Works from file:// and under a base path. */
(function (search) {
  "use strict"

  // before the first paint: what only stands where no script runs is not seen
  document.documentElement.classList.replace("no-js", "js")

  // the folder of the search; a site that makes one file of this and others says where that is, as seen from the file
  const own = /** @type {HTMLScriptElement} */ (document.currentScript)
  const here = new URL(own.dataset.search || "./", own.src).href
  search.root = new URL("../../", here).href
  search.base = here + "index/"

  // on the search page a question in the address is the page's own, and has its room from the first paint on
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

  function onPage() {
    const input = document.querySelector(".md-search__input")
    if (input) input.addEventListener("focus", () => search.needEngine().then(() => search.warm()).catch(() => {}), { once: true })
    const meta = document.querySelector(".md-search-result__meta")
    if (meta) {
      meta.setAttribute("role", "status")
      meta.setAttribute("aria-live", "polite")
    }
    if (new URLSearchParams(location.search).get("h")) search.need("search", "highlight").then(() => search.highlight()).catch(() => {})
    const page = document.getElementById("chi-nam-search")
    if (page) {
      search.needEngine().then(() => search.need("page")).then(() => search.startPage(page)).catch(() => {
        page.querySelector("[data-trouble]")?.removeAttribute("hidden")
      })
    }
  }
  document.addEventListener("DOMContentLoaded", onPage)
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
