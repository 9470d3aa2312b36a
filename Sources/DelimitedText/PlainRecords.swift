/// Takes records in the usual form from a block, eight bytes at a time, exactly as libcsv gives them.
///
/// The usual form: every field is without quotes, or within quotes that hold neither a quote nor a
/// line break and stand at both its ends. A record in any other form, a blank line and a record
/// that goes on in the next block are left to libcsv, which alone judges quoting.
struct PlainRecords {
  private let bytes: UnsafePointer<UInt8>
  /// A record must end before it: words of eight bytes and fields of sixteen are read whole.
  private let limit: Int
  private let delimiter: UInt8
  private let delimiters: UInt64

  /// Looks at a block.
  init(_ text: BlockText, delimiter: UInt8) {
    bytes = text.start
    limit = text.count - 24
    self.delimiter = delimiter
    delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
  }

  /// Takes records as long as they have the usual form; no record may be open.
  ///
  /// - Returns: The place of the first record that is not taken.
  func take(from start: Int, into state: inout RecordState) -> Int {
    var place = start
    while place < limit {
      let end = record(from: place, into: &state)
      if end == place {
        state.dropOpenRecord()
        break
      }
      place = end
    }
    return place
  }

  /// Takes one record; the place behind its line break, or `start` when it is left to libcsv.
  @inline(__always)
  private func record(from start: Int, into state: inout RecordState) -> Int {
    var place = start
    while true {
      var end: Int
      if bytes[place] == Self.quote {
        end = find(from: place &+ 1, Self.quotes)
        if end >= limit || bytes[end] != Self.quote { return start }
        state.endField(bytes + (place &+ 1), end &- place &- 1)
        end &+= 1
      } else {
        end = find(from: place, delimiters)
        if end >= limit { return start }
        let field = trimmed(place..<end)
        // Nothing but blanks before a line break is a blank line.
        if field.isEmpty && place == start && bytes[end] != delimiter { return start }
        state.endField(bytes + field.lowerBound, field.count)
      }
      let sign = bytes[end]
      if sign == delimiter {
        place = end &+ 1
      } else if sign == 10 || sign == 13 {
        state.endRecord(Int32(sign))
        // The other half of CRLF or LFCR.
        if bytes[end &+ 1] ^ sign != 10 ^ 13 { return end &+ 1 }
        state.endRecord(Int32(bytes[end &+ 1]))
        return end &+ 2
      } else {
        return start
      }
    }
  }

  /// The first quote, line break or byte of `others`, or another byte of 8 to 15, which no usual
  /// form has; at or behind the limit when there is none before it.
  @inline(__always)
  private func find(from start: Int, _ others: UInt64) -> Int {
    var place = start
    while place < limit {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self))
      let breaks = word & 0xF8F8_F8F8_F8F8_F8F8 ^ 0x0808_0808_0808_0808
      let marks =
        (zeros(word ^ others) | zeros(word ^ Self.quotes) | zeros(breaks)) & 0x8080_8080_8080_8080
      // The lowest mark is right; one above it may be the borrow of a lower byte.
      if marks != 0 { return place &+ marks.trailingZeroBitCount &>> 3 }
      place &+= 8
    }
    return place
  }

  @inline(__always)
  private func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

  /// A field without the blanks at its ends.
  @inline(__always)
  private func trimmed(_ field: Range<Int>) -> Range<Int> {
    if field.isEmpty || (bytes[field.lowerBound] > 32 && bytes[field.upperBound &- 1] > 32) {
      return field
    }
    return trimmedSlowly(field)
  }

  @inline(never)
  private func trimmedSlowly(_ field: Range<Int>) -> Range<Int> {
    var (start, end) = (field.lowerBound, field.upperBound)
    while start < end && isBlank(bytes[start]) { start += 1 }
    while start < end && isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  private static let quote: UInt8 = 34
  private static let quotes: UInt64 = 0x2222_2222_2222_2222
}
