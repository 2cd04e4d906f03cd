/* What Python has and JavaScript lacks, for the reading of citations that is made from the Python at build time (see program.py).
 * Texts have no characters outside the Basic Multilingual Plane here: one character is one place in both languages. */
(function (/** @type {any} */ chiNam) {
  "use strict"

  /** The base of a class whose values are told by their fields. ``values``: what a field has where nothing is given for it. */
  const record = (names, values, tuple) => {
    const fields = names.split(" ")
    class Made {
      constructor(...given) {
        const made = /** @type {any} */ (this)
        for (let index = 0; index < fields.length; index++) made[fields[index]] = given[index] === undefined ? usual(values[fields[index]]) : given[index]
        if (made.__post_init__) made.__post_init__()
      }
    }
    Made.prototype.__fields__ = fields
    Made.prototype.__values__ = values
    if (tuple) Made.prototype[Symbol.iterator] = function* () { for (const name of fields) yield this[name] }
    return Made
  }
  const usual = value => {
    if (value === undefined) return null
    if (Array.isArray(value)) return []
    return typeof value === "object" ? new Dict() : value
  }
  const make = (made, fields) => {
    const out = Object.create(made.prototype)
    for (const name of out.__fields__) out[name] = name in fields ? fields[name] : name === "id" && fields.name ? idOf(fields.name) : usual(out.__values__[name])
    return out
  }
  /** The id of a row that tells none of its own (`id_of` of tables.py). */
  const idOf = name => name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d").replace(/[^a-z0-9]+/g, "-")
  const fieldsOf = value => (value === null || typeof value !== "object" ? undefined : value.__fields__)

  /** What stands for a value as a key: equal values have the same. */
  const hashed = value => {
    if (value === undefined) return null
    if (typeof value !== "object" || value === null) return value
    if (Array.isArray(value)) return "[" + value.map(marked).join() + "]"
    const fields = fieldsOf(value)
    if (!fields) return value
    return value[HASH] || (value[HASH] = "{" + fields.map(name => marked(value[name])).join() + "}")
  }
  /** Values with fields never change. */
  const HASH = Symbol("hash")
  const marked = value => (typeof value === "string" ? value.length + ":" + value : String(hashed(value)))

  class Dict {
    constructor(pairs = []) {
      this.pairs = new Map()
      for (const [key, value] of pairs) this.set(key, value)
    }
    set(key, value) {
      const hash = hashed(key)
      const old = this.pairs.get(hash)
      if (old) old[1] = value
      else this.pairs.set(hash, [key, value])
    }
    get(key, other = null) {
      const found = this.pairs.get(hashed(key))
      return found ? found[1] : other
    }
    has(key) { return this.pairs.has(hashed(key)) }
    setdefault(key, value = null) {
      if (!this.has(key)) this.set(key, value)
      return this.get(key)
    }
    pop(key, other = null) {
      const value = this.get(key, other)
      this.pairs.delete(hashed(key))
      return value
    }
    update(other) { for (const [key, value] of other instanceof Dict ? other.items() : other) this.set(key, value) }
    keys() { return [...this.pairs.values()].map(pair => pair[0]) }
    values() { return [...this.pairs.values()].map(pair => pair[1]) }
    items() { return [...this.pairs.values()].map(pair => [pair[0], pair[1]]) }
    get size() { return this.pairs.size }
    [Symbol.iterator]() { return this.keys()[Symbol.iterator]() }
  }

  class Bag {
    constructor(items = []) {
      this.items = new Map()
      for (const item of items) this.add(item)
    }
    add(item) { const hash = hashed(item); if (!this.items.has(hash)) this.items.set(hash, item) }
    has(item) { return this.items.has(hashed(item)) }
    update(...others) { for (const other of others) for (const item of other) this.add(item) }
    pop() { const [hash, item] = this.items.entries().next().value; this.items.delete(hash); return item }
    discard(item) { this.items.delete(hashed(item)) }
    isdisjoint(other) { return ![...other].some(item => this.has(item)) }
    get size() { return this.items.size }
    [Symbol.iterator]() { return this.items.values() }
  }

  /** Whether Python takes a value for true. */
  const t = value => {
    if (value === null || value === undefined || value === false || value === 0 || value === "") return false
    if (typeof value !== "object") return true
    if (Array.isArray(value)) return value.length > 0
    if (value instanceof Dict || value instanceof Bag) return value.size > 0
    return typeof value.__len__ === "function" ? value.__len__() > 0 : true
  }
  const and = (first, ...rest) => {
    let value = first
    for (const next of rest) {
      if (!t(value)) return value
      value = next()
    }
    return value
  }
  const or = (first, ...rest) => {
    let value = first
    for (const next of rest) {
      if (t(value)) return value
      value = next()
    }
    return value
  }

  const eq = (one, other) => {
    if (one === other || (isNone(one) && isNone(other))) return true
    if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false
    if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, index) => eq(item, other[index]))
    if (one instanceof Bag) return other instanceof Bag && one.size === other.size && [...one].every(item => other.has(item))
    const fields = fieldsOf(one)
    return fields !== undefined && fields === fieldsOf(other) && fields.every(name => eq(one[name], other[name]))
  }
  const isNone = value => value === null || value === undefined

  /** Order as Python has it: of texts, numbers, tuples, and values with fields. */
  const cmp = (one, other) => {
    if (typeof one !== "object" || one === null) return one < other ? -1 : one > other ? 1 : 0
    const left = Array.isArray(one) ? one : fieldsOf(one).map(name => one[name])
    const right = Array.isArray(other) ? other : fieldsOf(other).map(name => other[name])
    for (let index = 0; index < left.length && index < right.length; index++) {
      const order = cmp(left[index], right[index])
      if (order) return order
    }
    return left.length - right.length
  }

  const has = (where, item) => {
    if (typeof where === "string") return where.includes(item)
    if (Array.isArray(where)) return where.some(one => eq(one, item))
    if (where instanceof Dict || where instanceof Bag) return where.has(item)
    return [...where].some(one => eq(one, item))
  }

  const at = (value, index) => {
    if (value instanceof Dict) {
      if (!value.has(index)) throw new Error("no key " + index)
      return value.get(index)
    }
    if (value instanceof Match) return value.group(index)
    const items = typeof value === "string" || Array.isArray(value) ? value : [...value]
    const place = index < 0 ? index + items.length : index
    if (place < 0 || place >= items.length) throw new Error("no place " + index)
    return items[place]
  }
  const sl = (value, start, end) => {
    const items = typeof value === "string" || Array.isArray(value) ? value : [...value]
    return items.slice(isNone(start) ? 0 : start, isNone(end) ? undefined : end)
  }
  const put = (value, key, item) => {
    if (value instanceof Dict) value.set(key, item)
    else value[key < 0 ? key + value.length : key] = item
  }
  const splice = (value, start, end, items) => {
    const from = isNone(start) ? 0 : start < 0 ? Math.max(0, start + value.length) : start
    const to = isNone(end) ? value.length : end < 0 ? end + value.length : end
    value.splice(from, Math.max(0, to - from), ...items)
  }
  const add = (one, other) => (Array.isArray(one) ? [...one, ...other] : one + other)
  /** ``x += y``: a list grows, everything else is made anew. */
  const more = (one, other) => {
    if (!Array.isArray(one)) return one + other
    if (Object.isFrozen(one)) return [...one, ...other]
    for (const item of other) one.push(item)
    return one
  }
  const sub = (one, other) => (one instanceof Bag ? new Bag([...one].filter(item => !has(other, item))) : one - other)
  const and_ = (one, other) => (one instanceof Bag ? new Bag([...one].filter(item => has(other, item))) : one & other)
  const or_ = (one, other) => {
    if (one instanceof Bag) return new Bag([...one, ...other])
    return one instanceof Dict ? new Dict([...one.items(), ...other.items()]) : one | other
  }
  const mul = (one, other) => (typeof one === "string" ? one.repeat(Math.max(0, other)) : one * other)

  const len = value => {
    if (typeof value === "string" || Array.isArray(value)) return value.length
    return typeof value.__len__ === "function" ? value.__len__() : value.size
  }

  const str = (value, form = "") => {
    if (isNone(value)) return "None"
    const shown = String(value)
    return /^0\d+$/.test(form) ? shown.padStart(Number(form), "0") : shown
  }

  const best = sign => (items, key, other) => {
    let found
    let order
    let any = false
    for (const item of items) {
      const rank = key ? key(item) : item
      if (!any || sign * cmp(rank, order) > 0) [found, order, any] = [item, rank, true]
    }
    if (!any && other === undefined) throw new Error("nothing to choose from")
    return any ? found : other
  }
  const sorted = (items, key, reverse) => {
    const ranked = [...items].map(item => [key ? key(item) : item, item])
    const sign = reverse ? -1 : 1
    return ranked.sort((one, other) => sign * cmp(one[0], other[0])).map(pair => pair[1])
  }
  const range = (...bounds) => {
    const [start, end, step] = bounds.length === 1 ? [0, bounds[0], 1] : [bounds[0], bounds[1], bounds[2] || 1]
    const out = []
    for (let number = start; step > 0 ? number < end : number > end; number += step) out.push(number)
    return out
  }
  const zip = (...lists) => {
    const all = lists.map(list => [...list])
    return range(Math.min(...all.map(list => list.length))).map(index => all.map(list => list[index]))
  }

  /* Letters */
  const WORD = /^[\p{L}\p{N}]+$/u
  const LETTERS = /^\p{L}+$/u
  const BLANK = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
  const strip = (text, signs, left, right) => {
    const out = isNone(signs) ? BLANK : signs
    let [start, end] = [0, text.length]
    while (left && start < end && out.includes(text[start])) start++
    while (right && end > start && out.includes(text[end - 1])) end--
    return text.slice(start, end)
  }
  const split = (text, sep, most = -1) => {
    if (isNone(sep)) {
      const out = []
      let start = -1
      for (let place = 0; place <= text.length; place++) {
        const blank = place === text.length || BLANK.includes(text[place])
        if (blank && start >= 0) { out.push(text.slice(start, place)); start = -1 }
        else if (!blank && start < 0) {
          if (most >= 0 && out.length === most) return [...out, strip(text.slice(place), null, false, true)]
          start = place
        }
      }
      return out
    }
    const parts = text.split(sep)
    return most < 0 || parts.length <= most ? parts : [...parts.slice(0, most), parts.slice(most).join(sep)]
  }
  const clip = (text, start, end) => {
    const from = isNone(start) ? 0 : start < 0 ? Math.max(0, start + text.length) : start
    const to = isNone(end) ? text.length : end < 0 ? end + text.length : Math.min(end, text.length)
    return [from, to]
  }
  const begins = (text, words, start, end) => {
    const [from, to] = clip(text, start, end)
    return (Array.isArray(words) ? words : [words]).some(word => from + word.length <= to && text.startsWith(word, from))
  }
  const ends = (text, words, start, end) => {
    const [from, to] = clip(text, start, end)
    return (Array.isArray(words) ? words : [words]).some(word => to - word.length >= from && text.endsWith(word, to))
  }
  const find = (text, word, start, end) => {
    const [from, to] = clip(text, start, end)
    const place = text.indexOf(word, from)
    return place < 0 || place + word.length > to ? -1 : place
  }
  const rfind = (text, word, start, end) => {
    const [from, to] = clip(text, start, end)
    if (to - word.length < from) return -1
    const place = text.lastIndexOf(word, to - word.length)
    return place < from ? -1 : place
  }
  const capital = text => text !== text.toLowerCase() && text === text.toUpperCase()
  const partition = (text, sep) => {
    const place = text.indexOf(sep)
    return place < 0 ? [text, "", ""] : [text.slice(0, place), sep, text.slice(place + sep.length)]
  }
  const translate = (text, table) => {
    let out = ""
    for (const letter of text) {
      const code = letter.codePointAt(0)
      const to = table.has(code) ? table.get(code) : letter
      out += isNone(to) ? "" : typeof to === "number" ? String.fromCodePoint(to) : to
    }
    return out
  }

  const ofTexts = {
    strip: (text, signs) => strip(text, signs, true, true),
    lstrip: (text, signs) => strip(text, signs, true, false),
    rstrip: (text, signs) => strip(text, signs, false, true),
    split, partition, find, rfind, translate,
    startswith: begins,
    endswith: ends,
    index: (text, word) => text.indexOf(word),
    count: (text, word, start, end) => text.slice(...clip(text, start, end)).split(word).length - 1,
    replace: (text, old, made) => text.split(old).join(made),
    lower: text => text.toLowerCase(),
    upper: text => text.toUpperCase(),
    join: (text, parts) => [...parts].join(text),
    isupper: capital,
    islower: text => text !== text.toUpperCase() && text === text.toLowerCase(),
    isalnum: text => WORD.test(text),
    isalpha: text => LETTERS.test(text),
    isdigit: text => /^[\p{Nd}²³¹⁰-⁹₀-₉]+$/u.test(text),
    isdecimal: text => /^\p{Nd}+$/u.test(text),
  }
  const ofLists = {
    append: (list, item) => { list.push(item) },
    insert: (list, place, item) => { list.splice(place, 0, item) },
    pop: (list, place) => (place === undefined ? list.pop() : list.splice(place < 0 ? place + list.length : place, 1)[0]),
    index: (list, item) => list.findIndex(one => eq(one, item)),
    count: (list, item) => list.filter(one => eq(one, item)).length,
    reverse: list => { list.reverse() },
  }
  /** Methods by their name, of a text, a list, or a value that has one of its own. */
  const m = {}
  for (const name of new Set([...Object.keys(ofTexts), ...Object.keys(ofLists), "isdisjoint", "remove"])) {
    m[name] = (value, ...rest) => {
      if (typeof value === "string") return ofTexts[name](value, ...rest)
      if (Array.isArray(value) && ofLists[name]) return ofLists[name](value, ...rest)
      return value[name](...rest)
    }
  }

  /* Patterns */
  /** The ranges of letters, digits and blanks, as the program gives them. */
  const ranges = {}
  class Match {
    constructor(pattern, text, found, position) {
      this.pattern = pattern
      this.text = text
      this.found = found
      this.position = position
    }
    number(name) { return typeof name === "string" ? this.pattern.names[name] : name || 0 }
    group(...names) {
      if (names.length > 1) return names.map(name => this.group(name))
      const number = this.number(names[0])
      if (!number) return this.found[0]
      const value = this.found[this.pattern.order["g" + number]]
      return value === undefined ? null : value
    }
    groups() { return range(1, this.pattern.count + 1).map(number => this.group(number)) }
    groupdict() { return new Dict(Object.keys(this.pattern.names).map(name => [name, this.group(name)])) }
    start(name) {
      const number = this.number(name)
      if (!number) return this.found.index
      if (this.group(number) === null) return -1
      const before = this.pattern.places[number]
      if (!before) throw new Error("a group whose place is not told")
      let place = this.found.index
      for (const mark of before) place += (this.found[this.pattern.order[mark]] || "").length
      return place
    }
    end(name) {
      const number = this.number(name)
      if (!number) return this.found.index + this.found[0].length
      const value = this.group(number)
      return value === null ? -1 : this.start(number) + value.length
    }
    span(name) { return [this.start(name), this.end(name)] }
  }

  class Pattern {
    constructor(source, count = 0, names = {}, places = {}, anyCase = 0) {
      this.source = source
      this.flags = anyCase ? "i" : ""
      this.count = count
      this.names = names
      this.places = places
      this.made = {}
      /** Where each named group stands among all, which are named: an answer with named groups takes far longer to make. */
      this.order = {}
    }
    compiled(how) {
      if (!this.made[how]) {
        let count = 0
        const source = this.source.replace(/~~([^~]+)~~/g, (_, run) => run.replace(/[^ |()?:]/g, "~$&")).replace(/\(\?<(\w+)>/g, (_, name) => { this.order[name] = ++count; return "(" })
          .replace(/\\k<(\w+)>/g, (_, name) => "(?:\\" + this.order[name] + ")").replace(/ /g, "[\\x20\\n]").replace(/~(.)/g, (_, letter) => "[" + letter + letter.toUpperCase() + "]")
          .replace(/@([wdsl])/g, (_, name) => ranges[name])
        this.made[how] = new RegExp(how === "all" ? "(?:" + source + ")$" : source, this.flags + (how === "any" ? "g" : "y"))
      }
      return this.made[how]
    }
    run(how, text, start, end) {
      const compiled = this.compiled(how)
      const from = isNone(start) ? 0 : Math.max(0, start)
      const within = isNone(end) || end >= text.length ? text : text.slice(0, Math.max(0, end))
      if (from > within.length) return null
      compiled.lastIndex = from
      const found = compiled.exec(within)
      return found ? new Match(this, text, found, from) : null
    }
    match(text, start, end) { return this.run("here", text, start, end) }
    search(text, start, end) { return this.run("any", text, start, end) }
    fullmatch(text, start, end) { return this.run("all", text, start, end) }
    *finditer(text, start, end) {
      let from = isNone(start) ? 0 : start
      for (;;) {
        const found = this.run("any", text, from, end)
        if (!found) return
        yield found
        from = found.end() > found.start() ? found.end() : found.end() + 1
      }
    }
    findall(text, start, end) {
      return [...this.finditer(text, start, end)].map(found => (this.count ? (this.count > 1 ? found.groups() : found.group(1)) : found.group()))
    }
    split(text, most = 0) {
      const out = []
      let last = 0
      for (const found of this.finditer(text)) {
        if (most && out.length === most) break
        out.push(text.slice(last, found.start()), ...found.groups())
        last = found.end()
      }
      return [...out, text.slice(last)]
    }
    sub(made, text) {
      let out = ""
      let last = 0
      for (const found of this.finditer(text)) {
        out += text.slice(last, found.start()) + (typeof made === "function" ? made(found) : made)
        last = found.end()
      }
      return out + text.slice(last)
    }
  }

  /* Memory */
  const memo = made => {
    const known = new Map()
    return (...given) => {
      const key = given.length === 1 && typeof given[0] === "string" ? "'" + given[0] : given.length + hashed(given)
      if (!known.has(key)) known.set(key, made(...given))
      return known.get(key)
    }
  }
  const same = made => {
    const known = new WeakMap()
    return value => {
      if (!known.has(value)) known.set(value, made(value))
      return known.get(value)
    }
  }
  const attributes = new WeakMap()
  const once = (owner, name, made) => {
    if (!attributes.has(owner)) attributes.set(owner, new Map())
    const own = attributes.get(owner)
    if (!own.has(name)) own.set(name, made())
    return own.get(name)
  }

  const replace = (value, fields) => {
    const out = Object.create(Object.getPrototypeOf(value))
    for (const name of Object.keys(value)) out[name] = name in fields ? fields[name] : value[name]
    return out
  }
  const types = {
    str: value => typeof value === "string",
    int: value => Number.isInteger(value),
    list: Array.isArray,
    tuple: Array.isArray,
  }
  const isinstance = (value, wanted) => wanted.some(one => {
    const test = Object.values(types).includes(one) ? one : null
    return test ? test(value) : value instanceof one
  })

  /** The words of the catalogue, written by whoever loads this. */
  const say = (key, fields) => chiNam.words[key].replace(/\{([a-z_]+)\}/g, (_, name) => fields[name])

  const natives = {
    iso_date(year, month = null, day = null) {
      if (year < 1900 || year > 2099) return null
      const [shownYear, shownMonth] = [String(year).padStart(4, "0"), String(month).padStart(2, "0")]
      if (isNone(month)) return isNone(day) ? shownYear : null
      if (month < 1 || month > 12) return null
      if (isNone(day)) return shownYear + "-" + shownMonth
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
      return day < 1 || day > last ? null : shownYear + "-" + shownMonth + "-" + String(day).padStart(2, "0")
    },
    /** An id of a body or place that the register does not have: it is compared with others made here, and never shown. */
    made_id: (name, above = "") => name.normalize("NFC").toLowerCase() + "|" + above.normalize("NFC").toLowerCase(),
  }

  chiNam.runtime = {
    record, make, Dict, t, and, or, eq, cmp, has, at, sl, put, splice, add, more, sub, and_, or_, mul, len, str, m, memo, same,
    once, replace, types, isinstance, say, natives, sorted, range, zip,
    dict: pairs => new Dict(pairs instanceof Dict ? pairs.items() : pairs),
    flat: parts => new Dict(range(0, parts.length, 2).map(place => [parts[place], parts[place + 1]])),
    /** A table of letters to letters, by the letters or by their codes. */
    letters: (from, to, codes) => new Dict([...from].map((letter, index) => [codes ? letter.charCodeAt(0) : letter, to[index]])),
    rows: (kind, all) => all.map(fields => make(kind, fields)),
    by: (rows, name) => new Dict(rows.map(row => [row[name], row])),
    set: items => new Bag(items),
    frozenset: items => new Bag(items),
    filled: (made, fields) => { const out = make(made, {}); for (const [name, value] of fields.items()) out[name] = value; return out },
    list: items => [...(items || [])],
    tuple: items => [...(items || [])],
    classes: told => { Object.assign(ranges, told) },
    pattern: (...parts) => new Pattern(...parts),
    b: (value, name) => (typeof value[name] === "function" && typeof value !== "function" ? value[name].bind(value) : value[name]),
    min: best(-1),
    max: best(1),
    any: items => [...items].some(t),
    map: (made, ...lists) => (lists.length === 1 ? [...lists[0]].map(item => made(item)) : zip(...lists).map(items => made(...items))),
    filter: (test, items) => [...items].filter(item => t(test ? test(item) : item)),
    enumerate: (items, start = 0) => [...items].map((item, index) => [index + start, item]),
    reversed: items => [...items].reverse(),
    fromkeys: (keys, value = null) => new Dict([...keys].map(key => [key, value])),
    each: (items, made, test) => { const out = []; for (const item of items) if (!test || test(item)) out.push(made(item)); return out },
    some: (items, made, test) => { for (const item of items) if ((!test || test(item)) && made(item)) return true; return false },
    every: (items, made, test) => { for (const item of items) if ((!test || test(item)) && !made(item)) return false; return true },
    first(items, made, test, other) {
      for (const item of items) if (!test || test(item)) return made(item)
      if (other === undefined) throw new Error("nothing further")
      return other
    },
    Counter: items => { const out = new Dict(); for (const item of items) out.set(item, out.get(item, 0) + 1); return out },
    int: value => Number(value),
    /** What stands for a value itself: equal ones are one here. */
    id: value => value,
    bool: t,
  }
})(globalThis.chiNam = globalThis.chiNam || {})
