/* Dictionaries: words with the rising lists of numbers where they stand. The format is that of build_tools/search/lists.py. */
(function (search) {
  "use strict"

  const { from, text } = search.files
  /** How often a word stands in a unit is told as once, twice or more, four times or more. */
  const MAGNITUDES = 2

  /** Numbers in groups of seven bits. */
  function numbersOf(bytes) {
    const numbers = []
    for (let at = 0, value = 0, shift = 0; at < bytes.length; at++) {
      value += (bytes[at] & 127) << shift
      shift += 7
      if (bytes[at] < 128) { numbers.push(value); value = shift = 0 }
    }
    return numbers
  }

  /** Lists that are told in bits, one after the other. */
  class Bits {
    constructor(bytes) { this.bytes = bytes; this.at = 0 }

    take(count) {
      let value = 0
      for (; count; count--, this.at++) value = value << 1 | this.bytes[this.at >> 3] >> 7 - (this.at & 7) & 1
      return value
    }

    /** A number from 0 to `most`. */
    upTo(most) {
      const numbers = most + 1, bits = 31 - Math.clz32(numbers), short = 2 ** (bits + 1) - numbers
      let turned = this.take(bits)
      if (turned >= short) turned = 2 * turned + this.take(1) - short
      return (turned + (numbers - short >> 1)) % numbers
    }

    /** A list of `count` numbers less than `size`: the one in the middle first, then those in the middle of both halves, and so on. */
    list(count, size) {
      const missing = new Uint32Array(count + 2) // lesser numbers that are not in the list, of each
      missing[count + 1] = size - count
      const fill = (low, high) => {
        if (high - low < 2) return
        const middle = low + high >> 1, room = missing[high] - missing[low]
        missing[middle] = missing[low] + (room ? this.upTo(room) : 0)
        fill(low, middle)
        fill(middle, high)
      }
      fill(0, count + 1)
      return Array.from(missing.subarray(1, count + 1), (before, place) => before + place)
    }
  }

  /** A dictionary of lists. */
  class Lists {
    constructor(bytes, behind, size) {
      const cut = bytes.indexOf(0), counts = numbersOf(bytes.subarray(cut + 1)), bits = new Bits(behind)
      this.keys = cut ? text(bytes.subarray(0, cut)).split("\n") : []
      /** Of each key its numbers, and how often it stands there, as a magnitude. */
      this.rows = new Map()
      this.variants = null
      let at = 0
      for (const key of this.keys) {
        const numbers = bits.list(counts[at++], size), often = new Uint8Array(numbers.length)
        let places = null
        for (let least = 1; least <= MAGNITUDES && counts[at++]; least++) {
          const known = places, found = bits.list(counts[at - 1], known ? known.length : numbers.length)
          places = known ? found.map(place => known[place]) : found
          for (const place of places) often[place] = least
        }
        this.rows.set(key, { numbers, often })
      }
    }

    /** The numbers under a key; an empty list when there is none. */
    get(key) { return this.row(key).numbers }

    /** The same, with how often it stands in each: {numbers, often}. */
    row(key) { return this.rows.get(key) || nothing }

    /** How many numbers stand under a key. */
    count(key) { return this.row(key).numbers.length }

    /** Keys of words, or of pairs of words, with this folded form. */
    spellings(folded) {
      if (!this.variants) {
        this.variants = new Map()
        for (const key of this.keys) {
          if (/[#=~^@|*]/.test(key)) continue
          const plain = search.fold(key)
          const known = this.variants.get(plain)
          if (known) known.push(key)
          else this.variants.set(plain, [key])
        }
      }
      return this.variants.get(folded) || []
    }

    /** What stands here for other words (see said_keys in build_tools/search/initials.py): [{name: [{term, folded, code}], words, rank}]. */
    said() {
      this.standsFor = this.standsFor ?? this.keys.filter(key => key[0] === "*").map(key => {
        const [typed, words] = key.slice(1).split(" = "), code = typed[0] === "^"
        const name = typed.replace("^", "").split(" ").map(term => ({ term, folded: search.fold(term), code }))
        return { name, words, rank: this.get(key)[0] }
      })
      return this.standsFor
    }
  }
  const nothing = { numbers: [], often: new Uint8Array(0) }
  const none = new Lists(new Uint8Array(1), new Uint8Array(0), 0)

  /** The file of the dictionary `folder` ("h", "b" or "n") that would hold a folded term, of which all numbers are less than `size`; an empty
   *  one when it cannot be had. */
  const lists = (folder, term, files, letters, size) =>
    from(`${folder}/${search.bucket(term, files, letters)}`, (bytes, behind) => new Lists(bytes, behind, size)).catch(() => none)

  search.lists = { Lists, lists, numbersOf, nothing }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
