import WijkModel

@testable import Importers

/// Calls a parser with the bytes of a text.
func cell<Result>(_ text: String, _ body: (CellBytes) -> Result) -> Result {
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBufferPointer(body)
}

/// What a parser made of a cell, as text: the value, `-` when there is none; the code; the class.
struct Reading: Hashable, CustomStringConvertible {
  enum Outcome: String { case value, missing, rejected }
  var outcome: Outcome
  var value: String
  var code: String

  init(_ outcome: Outcome, _ value: String = "-", _ code: String = "") {
    self.outcome = outcome
    self.value = value
    self.code = code
  }

  init<Value>(_ result: CellResult<Value>, _ describe: (Value) -> String) {
    switch result {
    case .value(let value, let code): self.init(.value, describe(value), code?.rawValue ?? "")
    case .missing(let reason, let code):
      self.init(.missing, reason.rawValue, code?.rawValue ?? "")
    case .rejected(let code): self.init(.rejected, "-", code.rawValue)
    }
  }

  var description: String { "\(outcome.rawValue) \(value) \(code)" }
}

/// The readings of the cell types as the cases write their values.
enum CellReading {
  static func postcode(_ text: String) -> Reading {
    Reading(cell(text, PostcodeCell.parse), \.description)
  }

  static func date(_ text: String) -> Reading {
    Reading(cell(text, DateCell.parse)) {
      switch $0 {
      case .day(let date): date.description
      case .year(let year): "\(year) (year only)"
      }
    }
  }

  static func sex(_ text: String) -> Reading {
    Reading(cell(text, SexCell.parse)) { ["M", "V", "O", "?"][Int($0.rawValue)] }
  }

  static func category(_ text: String) -> Reading {
    Reading(cell(text, CategoryCell.parse)) { ["V", "T", "P", "?"][Int($0.rawValue)] }
  }

  static func age(_ text: String) -> Reading { Reading(cell(text, AgeCell.parse), \.description) }

  static func ageBand(_ text: String) -> Reading {
    Reading(cell(text, AgeBandCell.parse)) {
      switch $0 {
      case .band(let band): band.upper.map { "\(band.lower)-\($0)" } ?? "\(band.lower)+"
      case .total: "Totaal"
      }
    }
  }

  static func agb(_ text: String) -> Reading { Reading(cell(text, AGBCell.parse), \.description) }

  static func flag(_ text: String) -> Reading {
    Reading(cell(text, FlagCell.parse)) { $0 ? "true" : "false" }
  }

  static func count(_ text: String, point: Bool = false) -> Reading {
    Reading(cell(text) { CountCell.parse($0, hasDecimalPoint: point) }, \.description)
  }

  static func percentage(_ text: String, point: Bool = false) -> Reading {
    Reading(cell(text) { NumberCell.percentage($0, hasDecimalPoint: point) }, \.description)
  }

  static func amount(_ text: String, point: Bool = false) -> Reading {
    Reading(cell(text) { NumberCell.amount($0, hasDecimalPoint: point) }, \.description)
  }

  static func number(_ text: String, point: Bool = false) -> Reading {
    Reading(cell(text) { NumberCell.number($0, hasDecimalPoint: point) }, \.description)
  }

  static func text(_ text: String) -> Reading { Reading(cell(text, TextCell.parse)) { $0 } }

  static func programs(_ text: String) -> Reading {
    guard let definitions = try? ImportSupport.definitions() else {
      return Reading(.rejected, "no definitions")
    }
    var parser = ProgramListCell(definitions: definitions)
    let read = cell(text) { parser.parse($0) }
    return Reading(read.result) { _ in
      read.programs.map(\.rawValue).joined(separator: " + ")
    }
  }

  static func codes(_ text: String) -> Reading {
    var codes: [ICPCCode] = []
    let result = cell(text) { ICPCListCell.parse($0, into: &codes) }
    return Reading(result) { count in
      count == codes.count ? codes.map(\.description).joined(separator: " + ") : "wrong count"
    }
  }
}
