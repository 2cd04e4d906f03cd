// The desk: files are dropped, values are gone through with Enter, what is answered is sent at once. Nothing here decides anything.
(function () {
  "use strict"
  /** @typedef {HTMLInputElement | HTMLTextAreaElement} Entry */
  const page = /** @type {HTMLElement} */ (document.querySelector("[data-page]"))
  if (page.dataset.page === "list") list()
  else review()

  function list() {
    const drop = document.getElementById("drop")
    const choose = /** @type {HTMLInputElement} */ (document.getElementById("choose"))
    const files = document.getElementById("files")
    const said = document.getElementById("said")
    let seen = JSON.stringify(JSON.parse(files.dataset.state)), again = 0

    choose.addEventListener("change", () => { send(choose.files); choose.value = "" })
    for (const kind of ["dragenter", "dragover"]) {
      document.addEventListener(kind, event => { event.preventDefault(); drop.classList.add("over") })
    }
    document.addEventListener("dragleave", event => { if (!event.relatedTarget) drop.classList.remove("over") })
    document.addEventListener("drop", event => {
      event.preventDefault()
      drop.classList.remove("over")
      send(event.dataTransfer.files)
    })

    async function send(chosen) {
      const told = []
      for (const file of Array.from(chosen)) {
        said.textContent = said.dataset.sending.replace("…", file.name)
        try {
          const reply = await fetch("tep?ten=" + encodeURIComponent(file.name), { method: "POST", body: file })
          const found = await reply.json()
          told.push(...(found.faults || []))
        } catch {
          told.push(said.dataset.failed.replace("…", file.name))
        }
      }
      said.textContent = told.join("\n")
      look()
    }

    async function look() {
      let pause = 4000
      try {
        const state = await (await fetch("tinh-trang")).json()
        const now = JSON.stringify(state)
        // a name that is being typed is not wiped out by news of other files
        const typing = files.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement
        if (now !== seen && !typing) {
          const inside = files.contains(document.activeElement) && document.activeElement.closest("[id]")
          files.innerHTML = await (await fetch("danh-sach")).text()
          if (inside) /** @type {HTMLElement} */ (document.querySelector("#" + inside.id + " a, #" + inside.id + " button") || choose).focus()
          seen = now
        }
        if (state.busy) pause = 700
      } catch {
        // the desk was closed: it may be opened again
      }
      clearTimeout(again) // who asks at once asks instead of the next time, not beside it
      again = setTimeout(look, pause)
    }
    look()
  }

  function review() {
    const form = /** @type {HTMLFormElement} */ (document.getElementById("values"))
    const inputs = /** @type {Entry[]} */ (Array.from(form.querySelectorAll(".field > input, .field > textarea")))
    const keep = document.getElementById("keep")
    let asked = 0, soon = 0

    for (const input of inputs) {
      input.addEventListener("focus", () => show(input.id))
      input.addEventListener("keydown", happened => {
        const event = /** @type {KeyboardEvent} */ (happened)
        if (event.key !== "Enter" || event.isComposing || event.shiftKey) return
        event.preventDefault()
        const tick = /** @type {HTMLInputElement | null} */ (input.closest(".field").querySelector("input[name=right]"))
        // only a deliberate key says "I compared it": Enter alone goes on and confirms nothing
        if (event.ctrlKey && tick) {
          tick.checked = true
          answer()
        }
        next(input)
      })
    }
    form.addEventListener("keydown", event => {
      if (event.key === "Enter" && event.target instanceof HTMLInputElement && !inputs.includes(event.target)) event.preventDefault()
    })
    document.addEventListener("change", answer)
    // what is typed is sent soon, and at the latest when the page is closed: nobody types it twice
    document.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(answer, 600) })
    window.addEventListener("pagehide", () => { if (soon) navigator.sendBeacon(page.dataset.answers, said()) })
    mend()
    form.addEventListener("click", event => {
      const target = event.target instanceof Element ? event.target : form
      const button = /** @type {HTMLElement | null} */ (target.closest("[data-fill]"))
      if (!button) return
      const input = /** @type {Entry} */ (button.closest(".field").querySelector("input, textarea"))
      input.value = button.dataset.fill
      input.focus()
      answer()
    })

    /** Recognised paragraphs can be put right: each has a button that opens it. */
    function mend() {
      const sheet = /** @type {HTMLElement | null} */ (document.querySelector("[data-mend]"))
      if (!sheet) return
      for (const found of Array.from(sheet.querySelectorAll("p[data-block]"))) {
        const paragraph = /** @type {HTMLElement} */ (found)
        const text = paragraph.textContent.trim()
        const button = document.createElement("button")
        button.type = "button"
        button.className = "small"
        button.textContent = sheet.dataset.mend
        button.setAttribute("aria-label", sheet.dataset.mend + ": " + text.slice(0, 40))
        button.addEventListener("click", () => {
          const label = document.createElement("label")
          const area = document.createElement("textarea")
          label.className = "mend"
          label.textContent = sheet.dataset.mend
          area.name = "p-" + paragraph.dataset.block
          area.setAttribute("form", "values")
          area.rows = 3
          area.value = text
          label.append(area)
          paragraph.replaceWith(label)
          button.remove()
          area.focus()
        })
        paragraph.after(button)
      }
    }

    /** @param {Entry} input */
    function next(input) {
      const after = inputs[inputs.indexOf(input) + 1]
      if (after) after.select()
      ;(after || keep).focus()
    }

    /** @param {string} key */
    function show(key) {
      for (const spot of document.querySelectorAll(".spot")) {
        spot.classList.toggle("now", spot.getAttribute("data-spot").split(" ").includes(key))
      }
      const first = document.querySelector(".spot.now")
      const paper = document.querySelector(".paper")
      if (!first || getComputedStyle(paper).overflowY !== "auto" || !first.getClientRects().length) return
      const place = first.getBoundingClientRect(), pane = paper.getBoundingClientRect()
      if (place.top < pane.top + 20 || place.bottom > pane.bottom - 20) paper.scrollTop += place.top - pane.top - pane.height / 3
    }

    /** All fields as a form sends them. */
    function said() {
      return new URLSearchParams(/** @type {[string, string][]} */ (Array.from(new FormData(form))))
    }

    async function answer() {
      const mine = ++asked
      clearTimeout(soon)
      soon = 0
      let found
      try {
        found = await (await fetch(page.dataset.answers, { method: "POST", body: said() })).json()
      } catch {
        const line = document.createElement("li")
        line.className = "fault"
        line.textContent = page.dataset.failed
        const faults = document.querySelector("#loi ul")
        faults.textContent = ""
        faults.append(line)
        return
      }
      if (mine !== asked) return
      document.querySelector("#loi ul").innerHTML = found.faults
      document.getElementById("da-co").hidden = !found.there
      for (const [key, field] of Object.entries(found.fields)) {
        document.getElementById("vi-" + key).textContent = field.why
        const input = /** @type {Entry} */ (document.getElementById(key))
        // what follows from another value is shown; what a person is typing, or typed, stays
        if (document.activeElement !== input && input.value === input.dataset.read) input.value = field.value
      }
    }
    const first = inputs[0]
    if (!first) return
    first.focus()
    show(first.id) // a page opened behind another has its focus, but is not told so until it is looked at
  }
})()
