/* What stands in index files. The format is that of build_tools/search/words.py and units.py. */
(function (search) {
  "use strict"

  const { manifest, json, file, from, text, parsed, broken } = search.files
  const { numbersOf } = search.lists

  const ONE = 190, JOIN = "\x02"
  const WORDLIKE = new RegExp(`^[${search.LETTER}0-9]+$`, "u")

  /** The word table: {pieces, wordlike}, roughly by use. */
  const words = () => from("words", bytes => {
    const pieces = text(bytes).split("\0")
    return { pieces, wordlike: pieces.map(piece => WORDLIKE.test(piece)) }
  })
  const rareWords = () => from("rest", bytes => bytes.length ? text(bytes).split("\0") : [])

  /** Words as they are spelt: {pieces, folded: Map(folded word → rank of its most frequent form), exact: the same with tones}; `whole`:
   *  with those that are too rare for the word table. */
  async function vocabulary(whole = true) {
    const [{ pieces: common }, rare] = await Promise.all([words().catch(() => ({ pieces: [] })), whole ? rareWords().catch(() => []) : []]), key = whole ? "vocabulary" : "common words"
    if (!parsed.has(key)) {
      const pieces = [...common, ...rare], folded = new Map(), exact = new Map()
      pieces.forEach((piece, rank) => {
        if (!WORDLIKE.test(piece) || /[0-9]/.test(piece)) return
        const word = search.exactWord(piece), plain = search.fold(word)
        if (!exact.has(word)) exact.set(word, rank)
        if (!folded.has(plain)) folded.set(plain, rank)
      })
      parsed.set(key, { pieces, folded, exact })
    }
    return parsed.get(key)
  }

  /** Rows of numbers, each after its length. */
  function rowsOf(bytes) {
    const numbers = numbersOf(bytes), rows = []
    for (let at = 0; at < numbers.length; at += numbers[at] + 1) rows.push(numbers.slice(at + 1, at + 1 + numbers[at]))
    return rows
  }

  /** Names of one file, by their initials: Map(initials → ["khu công nghiệp"]), the likeliest first; "và" has no initial. */
  async function names(number) {
    const { pieces } = await words()
    return from(`i/${number}`, bytes => {
      const found = new Map(), numbers = numbersOf(bytes)
      for (let at = 0, row = []; at < numbers.length;) {
        const head = numbers[at] >> 1, later = numbers[at] & 1, count = head % 8
        row = [...row.slice(0, head >> 3), ...numbers.slice(at + 1, at += 1 + count)]
        const said = row.map(piece => pieces[piece].toLowerCase()), initials = said.map(word => word === "và" ? "" : search.fold(search.exactWord(word))[0]).join("")
        const others = found.get(initials) || []
        found.set(initials, later ? [...others, said.join(" ")] : [said.join(" "), ...others])
      }
      return found
    })
  }

  /** Runs of pieces that have a code of their own: {runs: [[piece number]], repeated: Map("two or three folded words" → how early it
   *  stands)}, each roughly by use. */
  async function phrases() {
    const { pieces, wordlike } = await words()
    return from("phrases", bytes => {
      const runs = rowsOf(bytes), repeated = new Map()
      const keys = new Map()
      const keyOf = piece => {
        if (!keys.has(piece)) keys.set(piece, wordlike[piece] ? search.exactWord(pieces[piece]) : "")
        return keys.get(piece)
      }
      for (const row of runs) {
        const found = row.map(keyOf), plain = found.map(search.fold)
        for (const size of [2, 3]) for (let at = 0; at + size <= plain.length; at++) {
          const some = plain.slice(at, at + size), key = some.join(" ")
          if (some.every(Boolean) && !repeated.has(key)) repeated.set(key, repeated.size)
        }
      }
      return { runs, repeated }
    })
  }

  /** Texts spelt out: `code` by `code`, with a blank between two words. */
  class Speller {
    constructor(pieces, wordlike) {
      this.pieces = pieces
      this.wordlike = wordlike
      this.out = []
      this.last = false
    }

    put(piece, like) {
      if (piece === JOIN) { this.last = false; return }
      if (this.last && like) this.out.push(" ")
      this.out.push(piece)
      this.last = like
    }

    piece(number) { this.put(this.pieces[number], this.wordlike[number]) }
  }

  /** An address as it is told by the one before it (see told_by in build_tools/search/units.py). */
  function address(told, before) {
    const end = told.length - 1, next = told[end] === "\x04", less = next ? end : told.indexOf("\x06")
    if (less < 0) return told
    const pieces = before.split("-"), kept = pieces.slice(0, pieces.length - less)
    if (next) return [...kept.slice(0, -1), Number(kept[kept.length - 1]) + 1].join("-")
    return kept.join("-") + told.slice(less + 1)
  }

  /** A text file as a list of units, each a list of parts: [[{kind, url, above, title, body}]]. */
  async function units(number, short) {
    const [{ pieces, wordlike }, { runs }] = await Promise.all([words(), phrases()])
    const rest = pieces.length - short, early = ONE - short
    return from(`t/${number}`, bytes => {
      const speller = new Speller(pieces, wordlike)
      for (let at = 0; at < bytes.length; at++) {
        if (bytes[at] === 0) {
          const end = bytes.indexOf(0, at + 1), piece = text(bytes.subarray(at + 1, end))
          speller.put(piece, WORDLIKE.test(piece))
          at = end
          continue
        }
        let code = bytes[at] - 1
        if (code >= ONE) code = ONE + (code - ONE) * 255 + bytes[++at] - 1
        if (code < short) speller.piece(code)
        else if (code >= ONE && code < ONE + rest) speller.piece(short + code - ONE)
        else for (const piece of runs[code < ONE ? code - short : early + code - ONE - rest]) speller.piece(piece)
      }
      return speller.out.join("").split("\x1d").slice(1).map(unit => {
        let before = ""
        return unit.split("\x1e").slice(1).map(part => {
          const [kind, told, above, title, body] = part.split("\x1f"), url = before = address(told, before)
          return { kind: Number(kind), url, above, title, body: body.trimEnd() }
        })
      })
    })
  }

  /** A bit for each unit in which these neighbours may stand (see build_tools/search/neighbours.py); null when it cannot be had. */
  async function column(neighbours, { columns, columnsInFile, units: total }) {
    const number = search.fingerprint(neighbours) % columns, width = Math.ceil(total / 8)
    const { bytes } = await file(`s/${Math.floor(number / columnsInFile)}`).catch(() => ({ bytes: null }))
    return bytes && bytes.subarray(number % columnsInFile * width, (number % columnsInFile + 1) * width)
  }

  /** Units of each group as a running total: units of group g are from[g] to from[g + 1]; and the group of each unit. */
  const layout = (groups, total) => from("layout", bytes => {
    const starts = new Uint32Array(groups + 1), owner = new Uint32Array(total)
    let at = 0
    for (let group = 0; group < groups; group++) {
      let count = 0, shift = 0
      do { count += (bytes[at] & 127) << shift; shift += 7 } while (bytes[at++] & 128)
      starts[group + 1] = starts[group] + count
      owner.fill(group, starts[group], starts[group + 1])
    }
    return { starts, owner }
  })

  search.shards = { manifest, json, vocabulary, phrases, names, units, column, layout, broken }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
