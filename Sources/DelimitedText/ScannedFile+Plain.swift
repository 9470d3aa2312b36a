extension ScannedFile {
  /// The delimiter of a file without a layout: the one under which all its records have one width.
  ///
  /// Never a silent guess. When several give one width above 1 the greatest width wins, then the
  /// order `;` `,` tab `|`. A delimiter under which most records are wider than that, but not all,
  /// is taken for the real one of a broken file, and its fault is thrown.
  ///
  /// - Returns: nil for a file of one column, in which no delimiter occurs outside quotes.
  public func plainDelimiter() throws(DelimitedTextError) -> UInt8? {
    let candidates: [UInt8] = declaredDelimiter.map { [$0] } ?? [0x3B, 0x2C, 0x09, 0x7C]
    var profiles: [WidthProfile] = []
    for candidate in candidates { profiles.append(try profile(candidate)) }
    var best: WidthProfile?
    for profile in profiles
    where profile.fault == nil && profile.firstWidth > (best?.firstWidth ?? 0) {
      best = profile
    }
    var worst: WidthProfile?
    for profile in profiles where profile.fault != nil {
      if let known = worst, known.evidence >= profile.evidence { continue }
      worst = profile
    }
    if let worst, let fault = worst.fault,
      (best?.firstWidth ?? 1) <= 1 || worst.usualWidth > (best?.firstWidth ?? 1)
    {
      throw fault
    }
    guard let best, best.firstWidth > 1 else { return declaredDelimiter }
    return best.delimiter
  }

  /// Gives every record, the header included, as the cells' texts; for files without a layout.
  ///
  /// The whole file is checked first, so that nothing is given of a file that is refused: one
  /// without records, with records of different widths, or of one column with blank lines behind
  /// its first record, which may be empty cells.
  ///
  /// - Parameter body: Takes a record.
  /// - Throws: `DelimitedTextError` when the file is refused; then no record was given, unless the
  ///   file changed meanwhile.
  public func forEachPlainRecord(
    _ body: (_ record: [String]) -> Void
  ) throws(DelimitedTextError) {
    let delimiter = try plainDelimiter() ?? 0x3B
    let profile = try profile(delimiter)
    if let fault = profile.fault { throw fault }
    guard profile.firstWidth > 0 else { throw .empty(file: name) }
    if profile.firstWidth == 1, let line = profile.blankLine {
      throw .uneven(file: name, line: line, expected: 1, found: 0)
    }
    var reader = try RecordReader(self, delimiter: delimiter, skippingRecords: 0, kept: nil)
    var batch = RecordBatch()
    while try reader.next(&batch) {
      for record in 0..<batch.count {
        body((0..<batch.width(of: record)).map { batch.text($0, in: record) })
      }
    }
  }

  private func profile(_ delimiter: UInt8) throws(DelimitedTextError) -> WidthProfile {
    var profile = WidthProfile(delimiter: delimiter)
    var batch = RecordBatch()
    // Only widths are wanted: no byte of a field is kept.
    var reader = try RecordReader(self, delimiter: delimiter, skippingRecords: 0, kept: [])
    do {
      while try reader.next(&batch) {
        for record in 0..<batch.count {
          profile.add(width: batch.width(of: record), line: Int(batch.lines[record]), file: name)
        }
      }
    } catch {
      switch error {
      case .unreadable, .changed: throw error
      default: profile.add(fault: error)
      }
    }
    profile.blankLine = reader.firstBlankLine
    return profile
  }
}

/// How wide the records of a file are under a delimiter.
private struct WidthProfile {
  let delimiter: UInt8
  private(set) var firstWidth = 0
  private(set) var fault: DelimitedTextError?
  var blankLine: Int?
  private var records: [Int: Int] = [:]

  init(delimiter: UInt8) { self.delimiter = delimiter }

  mutating func add(width: Int, line: Int, file: String) {
    if firstWidth == 0 { firstWidth = width }
    records[width, default: 0] += 1
    if width != firstWidth && fault == nil {
      fault = .uneven(file: file, line: line, expected: firstWidth, found: width)
    }
  }

  mutating func add(fault: DelimitedTextError) {
    if self.fault == nil { self.fault = fault }
  }

  /// The width that most records have; of equally frequent ones the greatest.
  var usualWidth: Int { records.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0 }

  /// How much speaks for this delimiter although there is a fault.
  var evidence: (Int, Int) { (usualWidth, records.keys.max() ?? 0) }
}
