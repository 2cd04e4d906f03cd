/* Raw deflate (RFC 1951) unpacked at once. The browser's own DecompressionStream takes longer than the work itself on files of a few
 * kilobytes, and older browsers of offices do not have it. */
(function (search) {
  "use strict"

  const EXTRA_LENGTH = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
  const EXTRA_DISTANCE = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]
  /** The order in which a block tells the lengths of the codes for code lengths. */
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  const running = (extra, first) => extra.map((bits, at) => { const here = first; first += at === 27 && extra.length === 29 ? 31 : 1 << bits; return here })
  const LENGTH = running(EXTRA_LENGTH, 3), DISTANCE = running(EXTRA_DISTANCE, 1)

  /** A table from the next `most` bits to (symbol << 4 | length of its code). */
  function table(lengths) {
    const count = new Uint16Array(16), next = new Uint16Array(17)
    let most = 1
    for (const length of lengths) if (length) { count[length]++; if (length > most) most = length }
    for (let length = 1; length < 16; length++) next[length + 1] = (next[length] + count[length]) << 1
    const rows = new Uint16Array(1 << most)
    lengths.forEach((length, symbol) => {
      if (!length) return
      let code = next[length]++, turned = 0
      for (let bit = 0; bit < length; bit++) { turned = turned << 1 | code & 1; code >>= 1 }
      for (let row = turned; row < rows.length; row += 1 << length) rows[row] = symbol << 4 | length
    })
    return { rows, mask: rows.length - 1 }
  }

  const filled = (...runs) => runs.flatMap(([length, times]) => Array(times).fill(length))
  let fixed = null

  /** The bytes that were packed, and those behind them. Throws when the data begins with no whole deflate stream. */
  search.inflate = data => {
    let out = new Uint8Array(Math.max(1024, data.length * 4)), end = 0, at = 0, hold = 0, held = 0
    const bits = count => {
      while (held < count) {
        if (at >= data.length) throw new Error("deflate data ends too soon")
        hold |= data[at++] << held
        held += 8
      }
      const value = hold & (1 << count) - 1
      hold >>>= count
      held -= count
      return value
    }
    const symbol = ({ rows, mask }) => {
      while (held < 15 && at < data.length) { hold |= data[at++] << held; held += 8 }
      const row = rows[hold & mask], length = row & 15
      if (!length || length > held) throw new Error("deflate data is broken")
      hold >>>= length
      held -= length
      return row >> 4
    }
    const room = count => {
      if (end + count <= out.length) return
      const larger = new Uint8Array(Math.max(out.length * 2, end + count))
      larger.set(out)
      out = larger
    }
    const stored = () => {
      at -= held >> 3
      hold = held = 0
      const count = data[at] | data[at + 1] << 8
      if (!(at + 4 + count <= data.length)) throw new Error("deflate data ends too soon")
      room(count)
      out.set(data.subarray(at + 4, at + 4 + count), end)
      end += count
      at += 4 + count
    }
    const codes = () => {
      const literals = bits(5) + 257, distances = bits(5) + 1, few = bits(4) + 4, first = Array(19).fill(0), lengths = []
      for (let place = 0; place < few; place++) first[ORDER[place]] = bits(3)
      const reader = table(first)
      while (lengths.length < literals + distances) {
        const value = symbol(reader)
        if (value < 16) lengths.push(value)
        else {
          const again = value === 16 ? lengths[lengths.length - 1] : 0
          for (let left = value === 16 ? 3 + bits(2) : value === 17 ? 3 + bits(3) : 11 + bits(7); left > 0; left--) lengths.push(again)
        }
      }
      return [table(lengths.slice(0, literals)), table(lengths.slice(literals, literals + distances))]
    }
    for (let last = 0; !last;) {
      last = bits(1)
      const kind = bits(2)
      if (kind === 0) { stored(); continue }
      if (kind === 3) throw new Error("deflate data is broken")
      fixed = fixed ?? [table(filled([8, 144], [9, 112], [7, 24], [8, 8])), table(filled([5, 30]))]
      const [literals, distances] = kind === 1 ? fixed : codes()
      for (;;) {
        const value = symbol(literals)
        if (value < 256) {
          if (end === out.length) room(1)
          out[end++] = value
          continue
        }
        if (value === 256) break
        const length = LENGTH[value - 257] + bits(EXTRA_LENGTH[value - 257])
        const far = symbol(distances), from = end - DISTANCE[far] - bits(EXTRA_DISTANCE[far])
        if (!(from >= 0)) throw new Error("deflate data is broken")
        room(length)
        for (let step = 0; step < length; step++) out[end++] = out[from + step]
      }
    }
    return { bytes: out.subarray(0, end), behind: data.subarray(at - (held >> 3)) }
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
