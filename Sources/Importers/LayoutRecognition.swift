import Definitions
import DelimitedText
import WijkModel

/// Finds the delimiter, the header and the layout of a file by the names of its columns.
struct LayoutRecognition: Sendable {
  /// What was found, or the nearest.
  struct Found: Sendable {
    let delimiter: UInt8
    let match: HeaderMatch
    /// The first records under the delimiter.
    let head: RecordBatch
  }

  let definitions: DefinitionSet
  let file: ScannedFile
  let kind: String
  /// The layouts to choose from.
  let layouts: [SourceLayout]
  /// The delimiters to try, in this order.
  let delimiters: [UInt8]

  /// A recognition for a request; its keys narrow the choice.
  init(_ request: ImportRequest, kind: String, file: ScannedFile, definitions: DefinitionSet) {
    self.definitions = definitions
    self.file = file
    self.kind = kind
    layouts = definitions.layouts(of: kind).filter {
      request.layout == nil || $0.id == request.layout
    }
    if let only = request.delimiter ?? file.declaredDelimiter {
      delimiters = [only]
    } else {
      delimiters = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    }
  }

  /// The layout whose required columns are all there, or else the nearest; nil when no name at all
  /// is known.
  ///
  /// - Throws: `DelimitedTextError` when the first record is at fault under every delimiter, or the file
  ///   cannot be read any more.
  func best() throws(DelimitedTextError) -> Found? {
    var best: Found?
    var fault: DelimitedTextError?
    var faults = 0
    let maximum = Int(definitions.limits["koptekst_zoeken_regels"] ?? 50)
    for delimiter in delimiters {
      let head: RecordBatch
      do { head = try file.head(delimiter: delimiter, maximumRecords: maximum) } catch {
        if !error.mayComeFromDelimiter { throw error }
        // Quotes are at fault under a wrong delimiter, too, so the others are tried first.
        fault = fault ?? error
        faults += 1
        continue
      }
      guard let match = bestMatch(in: head), match.isBetter(than: best?.match) else { continue }
      best = Found(delimiter: delimiter, match: match, head: head)
      if match.isComplete { return best }
    }
    if let fault, faults == delimiters.count { throw fault }
    return best
  }

  private func bestMatch(in head: RecordBatch) -> HeaderMatch? {
    var best: HeaderMatch?
    for candidate in candidates(in: head) {
      let normalized = candidate.names.map(HeaderName.normalized)
      for layout in layouts {
        var match = HeaderMatch(layout: layout, header: candidate, normalized: normalized)
        if match.isBetter(than: best) {
          match = withUnits(match, head)
          best = match
        }
      }
      if best?.isComplete == true { return best }
    }
    return best
  }

  /// The records that may be the header: each of the first ones, and forms of several records.
  private func candidates(in head: RecordBatch) -> [HeaderCandidate] {
    var result = SpecialHeaders.candidates(in: head, kind: kind)
    for record in 0..<head.count {
      let names = (0..<head.width(of: record)).map { head.text($0, in: record) }
      result.append(HeaderCandidate(record: record, recordCount: 1, names: names))
    }
    return result
  }

  /// The match with the record of units below the header taken in, when the layout has one.
  private func withUnits(_ match: HeaderMatch, _ head: RecordBatch) -> HeaderMatch {
    let below = match.header.record + match.header.recordCount
    guard !match.layout.unitsRecordMark.isEmpty, match.header.recordCount == 1, below < head.count,
      head.width(of: below) > 0,
      HeaderName.normalized(head.text(0, in: below))
        == HeaderName.normalized(match.layout.unitsRecordMark)
    else { return match }
    return match.takingUnits()
  }
}

extension HeaderMatch {
  /// The same match with one more record taken by the header.
  func takingUnits() -> HeaderMatch {
    var header = header
    header.recordCount += 1
    return HeaderMatch(
      layout: layout, header: header, normalized: header.names.map(HeaderName.normalized))
  }
}

extension DelimitedTextError {
  /// Whether another delimiter may read the file; one that cannot be opened stays so.
  var mayComeFromDelimiter: Bool {
    switch self {
    case .unreadable, .changed: false
    default: true
    }
  }
}
