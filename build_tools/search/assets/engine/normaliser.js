/* Text to search terms: the same as build_tools/search/keys.py, build_tools/lexicon/keys.py and build_tools/vietnamese/tones.py, for queries and for finding
 * the matches in a shown text. A shared table and a property test over real texts prove that the two agree. */
(function (search) {
  "use strict"

  const LETTER = "A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ"
  const CAPITALS = "A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
  const SYMBOL = `[${CAPITALS}][${LETTER}0-9]*`
  const TOKEN = new RegExp(
    `(?<digits>[0-9]+(?:\\.[0-9]+)*)(?:\\s?/\\s?(?<year>[0-9]{4}))?(?<symbol>(?:\\s?[-/]{1,2}\\s?${SYMBOL})+)` +
    "|(?<day>[0-9]{1,2})(?<sep>[./-])(?<month>[0-9]{1,2})\\k<sep>(?<of>[0-9]{4})(?![0-9])" +
    "|(?<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])" +
    "|(?<month2>[0-9]{1,2})[./-](?<of2>(?:19|20)[0-9]{2})(?![0-9/.-]?[0-9])(?![/-]?[A-Za-zĐđ])" +
    "|(?<plain>[0-9]+(?:[.,][0-9]+)*)" +
    `|(?<word>[${LETTER}]+)`, "gu")
  const PIECE = new RegExp(`[${LETTER}]+|[0-9]+(?:[.,][0-9]+)*`, "gu")

  const TONES = "\u0300\u0301\u0303\u0309\u0323"
  const VOWELS = new Set("aăâeêioôơuưy")
  const SHAPED = new Set("ăâêôơư")
  const FROM = "ÐƉðɖАВСЕНКМОРТХУІЈЅаеорсухіјѕΑΒΕΗΙΚΜΝΟΡΤΥΧο",
    TO = "ĐĐđđABCEHKMOPTXYIJSaeopcyxijsABEHIKMNOPTYXo"
  const LOOKALIKE = new RegExp(`[${FROM}]`, "gu")
  const MARKS = /[\u0300-\u036f]/gu
  // eslint-disable-next-line no-misleading-character-class -- each of them is dropped by itself
  const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/gu

  const untwin = text => text.replace(LOOKALIKE, letter => TO[FROM.indexOf(letter)])

  /** NFC, look-alike letters to the ones that are meant, invisible characters dropped. */
  const tidy = text => untwin(text.replace(INVISIBLE, "").normalize("NFC"))

  /** A function of one word that remembers its answers. */
  function remembered(work) {
    const known = new Map()
    return word => {
      let answer = known.get(word)
      if (answer === undefined) {
        if (known.size > 60000) known.clear()
        known.set(word, answer = work(word))
      }
      return answer
    }
  }

  /** Without diacritics, đ → d, case kept. */
  const stripMarks = remembered(text =>
    untwin(text).normalize("NFD").replace(MARKS, "").normalize("NFC").replace(/đ/g, "d").replace(/Đ/g, "D"))

  /** [letter without tone, tone mark or ""] */
  function splitTone(letter) {
    const parts = letter.normalize("NFD")
    const tone = [...parts].filter(part => TONES.includes(part)).join("")
    return tone ? [[...parts].filter(part => !TONES.includes(part)).join("").normalize("NFC"), tone] : [letter, ""]
  }

  /** Index of the vowel that carries the tone, -1 when the letters are no syllable. */
  function tonePlace(letters) {
    let start = 0
    while (start < letters.length && !VOWELS.has(letters[start])) start++
    let end = start
    while (end < letters.length && VOWELS.has(letters[end])) end++
    if (start === end || letters.slice(end).some(letter => VOWELS.has(letter))) return -1
    const onset = letters.slice(0, start).join("")
    if (end - start > 1 && ((onset === "q" && letters[start] === "u") || (onset === "g" && letters[start] === "i"))) start++
    for (let index = end - 1; index >= start; index--) if (SHAPED.has(letters[index])) return index
    if (end - start === 1) return start
    if (end < letters.length) return end - 1
    return end - start === 2 ? start : start + 1
  }

  function canonicalWord(word) {
    const pairs = [...word].map(splitTone)
    const tones = pairs.map(pair => pair[1]).filter(Boolean)
    if (tones.length !== 1 || tones[0].length !== 1) return word
    const letters = pairs.map(pair => pair[0])
    const place = tonePlace(letters.map(letter => letter.toLowerCase()))
    if (place < 0) return word
    letters[place] = (letters[place] + tones[0]).normalize("NFC")
    return letters.join("")
  }

  /** Exact key of one tidied word: lower case, canonical tone place, i for a y that is the only vowel. */
  const exactWord = remembered(raw => {
    const word = canonicalWord(raw.toLowerCase())
    if (word.length > 1 && stripMarks(word.slice(-1)) === "y") {
      const before = stripMarks(word.slice(0, -1))
      if (before === "qu" || ![...before].some(letter => VOWELS.has(letter))) {
        return word.slice(0, -1) + ("i" + word.slice(-1).normalize("NFD").slice(1)).normalize("NFC")
      }
    }
    return word
  })

  const ROMAN = new Map()
  for (const [tens, high] of ["", "x", "xx", "xxx"].entries()) {
    for (const [ones, low] of ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].entries()) {
      if (high + low) ROMAN.set(high + low, String(10 * tens + ones))
    }
  }
  const AMBIGUOUS = new Set(["i", "v", "x", "vi", "xi", "xv", "xx"])
  const ROMAN_AFTER = new Set("khoa hoi thu chuong phan muc qui ki luc nhom loai hang".split(" "))

  function number(digits, year, symbol) {
    const groups = digits.split(".").map(group => group.replace(/^0+/, "") || "0")
    if (year) groups.push(year)
    return groups.join(".") + "|" + (stripMarks(tidy(symbol)).toLowerCase().match(/[a-z0-9]+/g) || []).join("")
  }

  function date(year, month, day) {
    if (!(month >= 1 && month <= 12) || (day !== undefined && !(day >= 1 && day <= 31))) return ""
    return "@" + year + String(Number(month)).padStart(2, "0") + (day === undefined ? "" : String(Number(day)).padStart(2, "0"))
  }

  function plainNumber(figures) {
    if (/^[0-9]{1,3}(\.[0-9]{3})+$/.test(figures)) figures = figures.replace(/\./g, "")
    return figures.replace(/\./g, ",").replace(/^0+/, "") || "0"
  }

  /** The terms of a tidied text: [{term, start, end}], offsets into it. */
  function termsAt(text) {
    const out = []
    const last = (back = 1) => out.length >= back ? out[out.length - back].term : ""
    function word(raw, start) {
      let term = exactWord(raw)
      const value = ROMAN.get(term)
      if (value && (!AMBIGUOUS.has(term) || ROMAN_AFTER.has(stripMarks(last())))) term = value
      out.push({ term, start, end: start + raw.length })
    }
    function figures(raw, start) {
      out.push({ term: plainNumber(raw), start, end: start + raw.length })
      // "(ngày) 18 tháng 5 năm 2021" is one date
      if (out.length < 4 || last().length !== 4 || stripMarks(last(2)) !== "nam" || stripMarks(last(4)) !== "thang" || !/^[0-9]+$/.test(last(3))) return
      const day = /^[0-9]+$/.test(last(5)) ? last(5) : undefined
      const term = (day && date(last(), last(3), day)) || date(last(), last(3))
      if (!term) return
      const end = start + raw.length
      const gone = out.splice(out.length - (term.length === 9 ? 5 : 4))
      if (term.length === 9 && out.length && stripMarks(last()) === "ngay") gone.unshift(out.pop())
      out.push({ term, start: gone[0].start, end })
    }
    for (const match of text.matchAll(TOKEN)) {
      const part = match.groups, start = match.index, end = start + match[0].length
      if (part.word) {
        word(part.word, start)
        continue
      }
      if (part.digits) {
        if (!(/^(19|20)[0-9]{2}$/.test(part.digits) && !part.year && !part.symbol.includes("/") && /^\s/.test(part.symbol))) {
          out.push({ term: number(part.digits, part.year, part.symbol), start, end })
          continue
        }
      } else {
        let term = ""
        if (part.of) term = date(part.of, part.month, part.day)
        else if (part.iso) term = date(part.iso.slice(0, 4), part.iso.slice(5, 7), part.iso.slice(8))
        else if (part.of2) term = date(part.of2, part.month2)
        if (term) {
          const from = out.length && stripMarks(last()) === (term.length === 9 ? "ngay" : "thang") ? out.pop().start : start
          out.push({ term, start: from, end })
          continue
        }
      }
      for (const piece of match[0].matchAll(PIECE)) {
        if (/[0-9]/.test(piece[0][0])) figures(piece[0], start + piece.index)
        else word(piece[0], start + piece.index)
      }
    }
    return out
  }

  /** Does a word bear one of the five tone marks? */
  const hasTone = word => [...word.normalize("NFD")].some(letter => TONES.includes(letter))

  /** Folded form of a term. */
  const fold = term => stripMarks(term)

  /** FNV-1a of the code points, 32 bits, its upper half mixed into the lower. */
  function fingerprint(text) {
    let value = 0x811c9dc5
    for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193) >>> 0
    return (value ^ (value >>> 15)) >>> 0
  }

  /** What a folded term is filed under: its first word; the first figures of a document number. */
  const firstWord = term => term.split(" ", 1)[0].replace(/^[#+~^*]+/, "").split("|", 1)[0].split(".", 1)[0]

  /** The number of the file of a folded term: by its first word and the first letters of its second. */
  function bucket(term, shards, letters) {
    const start = (term.split(" ")[1] || "").slice(0, letters).replace("=", "")
    return fingerprint(start ? firstWord(term) + " " + start : firstWord(term)) % shards
  }

  Object.assign(search, { tidy, stripMarks, exactWord, termsAt, fold, hasTone, firstWord, bucket, fingerprint, LETTER })
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
