/* What surrounds every page: the colours that the reader chose, the box of the search, contents that follow, the way back up.
 * It takes the place of the theme's own program, which costs an old machine as much as all else of a page; the theme's style is told
 * what it waits for by the same attributes. Loaded in the head, so that nothing moves once it is there. */
(function (search) {
  "use strict"

  const script = /** @type {HTMLScriptElement} */ (document.currentScript)

  // --- a page opened at a place, or in which one goes to a place, is laid out whole (the style waits for this): what lands there stays there

  const whole = () => document.documentElement.style.setProperty("--cn-xa", "visible")
  if (location.hash) whole()
  addEventListener("click", event => {
    const link = /** @type {Element} */ (event.target).closest("a[href*='#']")
    if (link && /** @type {HTMLAnchorElement} */ (link).pathname === location.pathname) whole()
  }, true)

  // --- colours: by the machine, light, dark; what was chosen is kept under the key that the theme has always used

  const AUTO = 0, DARK = 2
  const KEY = new URL("../", script.src).pathname + ".__palette"
  const machine = matchMedia("(prefers-color-scheme: dark)")

  function chosen() {
    try {
      return Number((JSON.parse(localStorage.getItem(KEY)) || {}).index) || AUTO
    } catch { return AUTO }
  }

  function paint(choice = chosen()) {
    const dark = choice === AUTO ? machine.matches : choice === DARK
    const scheme = dark ? "slate" : "default"
    // said once: a browser styles the whole page anew, though it be told what it knows
    if (document.body.dataset.mdColorScheme !== scheme) document.body.dataset.mdColorScheme = scheme
  }

  // as soon as there is a body, before anything of it is seen
  new MutationObserver((_, once) => { if (document.body) { once.disconnect(); paint() } }).observe(document.documentElement, { childList: true })

  function palette() {
    const inputs = /** @type {HTMLInputElement[]} */ (Array.from(document.querySelectorAll("input[name=__palette]")))
    const show = at => {
      inputs.forEach((input, index) => {
        input.checked = index === at
        const label = input.nextElementSibling
        if (label) label.toggleAttribute("hidden", index !== at)
      })
      paint(at)
    }
    inputs.forEach((input, at) => input.addEventListener("change", () => {
      try { localStorage.setItem(KEY, JSON.stringify({ index: at })) } catch { /* a page opened from a stick may not remember */ }
      show(at)
    }))
    // Safari before 14 and old Chromium know addListener only
    machine.addListener(() => paint())
    // as it is written it stands for those who chose none
    const at = Math.min(chosen(), inputs.length - 1)
    if (at !== AUTO) show(at)
  }

  // --- the box of the search, in the dialog of the header

  function box() {
    const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"))
    const input = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"))
    const list = document.querySelector(".md-search-result__list")
    if (!toggle || !input || !list || !search) return
    const form = input.form
    const dialog = form.closest(".md-search")
    const found = () => /** @type {HTMLElement[]} */ (Array.from(dialog.querySelectorAll(".md-search-result__link, .cn-search-all")))
    let asked = 0

    const open = on => {
      toggle.checked = on
      if (on) input.focus()
      else if (dialog.contains(document.activeElement)) /** @type {HTMLElement} */ (document.activeElement).blur()
    }
    const link = (item, level) => `<a href="${search.show.escape(item.location)}" class="md-search-result__link">` +
      `<article class="md-search-result__article md-typeset">${level === 0 ? '<div class="md-search-result__icon md-icon"></div>' : ""}` +
      `<h${level + 1}>${item.title}</h${level + 1}>${item.text}</article></a>`
    const draw = groups => {
      list.innerHTML = groups.map(items => `<li class="md-search-result__item">${items.map((item, at) => link(item, Math.min(at, 1))).join("")}</li>`).join("")
    }
    const ask = async () => {
      const mine = ++asked
      const current = () => mine === asked
      try {
        await search.needEngine()
        await search.box(input.value, groups => { if (current()) draw(groups) }, current)
      } catch (error) {
        if (!current()) return
        draw([])
        if (search.boxTrouble) search.boxTrouble(error)
        console.warn("search:", error)
      }
    }

    input.addEventListener("focus", () => { toggle.checked = true })
    for (const event of ["input", "compositionend"]) input.addEventListener(event, ask)
    toggle.addEventListener("change", () => { if (toggle.checked) input.focus() })
    form.addEventListener("reset", () => setTimeout(() => { ask(); input.focus() }))
    form.addEventListener("submit", event => {
      event.preventDefault()
      const first = found()[0]
      if (first) first.click()
      else if (input.value.trim()) location.href = search.href(search.pageUrl || "tim-kiem/").replace(/$/, "?tim=" + encodeURIComponent(input.value.trim()))
    })
    dialog.addEventListener("focusout", /** @param {FocusEvent} event */ event => {
      if (event.relatedTarget && !dialog.contains(/** @type {Node} */ (event.relatedTarget))) open(false)
    })
    dialog.addEventListener("keydown", /** @param {KeyboardEvent} event */ event => {
      if (event.key === "Escape") open(false)
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
      const stops = [input, ...found()]
      const here = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement))
      const next = stops[(here + (event.key === "ArrowDown" ? 1 : stops.length - 1)) % stops.length]
      next.focus()
      event.preventDefault()
    })
    addEventListener("keydown", event => {
      const at = /** @type {HTMLElement} */ (event.target)
      if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return
      event.preventDefault()
      open(true)
    })
  }

  // --- while one reads: the page's name in the header, the line of the contents one is at, the way back up

  function follow() {
    const title = document.querySelector(".md-header__title")
    const heading = document.querySelector("h1")
    const back = /** @type {HTMLElement | null} */ (document.querySelector(".md-top"))
    const links = /** @type {HTMLAnchorElement[]} */ (Array.from(document.querySelectorAll(".md-sidebar--secondary .md-nav__link[href^='#']")))
    const places = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))))
    let marked = null, before = 0, waiting = false
    const look = () => {
      waiting = false
      if (title && heading) title.classList.toggle("md-header__title--active", heading.getBoundingClientRect().bottom < 48)
      if (back) back.hidden = !(scrollY > innerHeight && scrollY < before)
      before = scrollY
      if (!links.length || !links[0].offsetParent) return
      let here = 0
      places.forEach((place, at) => { if (place && place.getBoundingClientRect().top < 120) here = at })
      if (links[here] === marked) return
      if (marked) marked.classList.remove("md-nav__link--active")
      marked = links[here]
      marked.classList.add("md-nav__link--active")
      const frame = marked.closest(".md-sidebar__scrollwrap")
      if (frame) frame.scrollTop = marked.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop - frame.clientHeight / 2
    }
    addEventListener("scroll", () => {
      if (!waiting) { waiting = true; requestAnimationFrame(look) }
    }, { passive: true })
    if (back) back.addEventListener("click", () => { scrollTo(0, 0); const top = /** @type {HTMLElement} */ (document.querySelector(".md-logo")); if (top) top.focus({ preventScroll: true }) })
    // where one is, once the page is laid out anyway: to ask sooner would have it laid out twice. An observer would cost a frame of its own
    addEventListener("load", () => { if (scrollY) look() })
  }

  /** What an address leads to is seen, though it be folded; the drawer closes once a place of this page was chosen in it. */
  function reveal() {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const folded = place && place.closest("details:not([open])")
    if (folded) { folded.setAttribute("open", ""); place.scrollIntoView() }
    const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"))
    if (drawer) drawer.checked = false
  }

  // tells the pages that this browser could read so far
  Object.assign(window, { chiNamFrame: true })
  addEventListener("hashchange", reveal)
  document.addEventListener("DOMContentLoaded", () => { palette(); box(); follow(); reveal() })
})(/** @type {any} */ (globalThis).chiNamSearch)
