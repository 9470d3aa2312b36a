import DisclosureControl
import WijkModel

extension Finding {
  /// What disclosure control objects to, in facts that hold no number of patients.
  init(_ error: DisclosureError, file: String? = nil, wijk: String? = nil) {
    var facts: [String: String] = [:]
    if let wijk { facts["wijk"] = wijk }
    switch error {
    case .missingColumn(let table, let column):
      self.init("E701", file: table, column: column, facts: facts)
    case .missingTable(let table):
      self.init("E702", file: table, facts: facts)
    case .unknownCode(let dimension, let code):
      facts["kolom"] = dimension
      facts["code"] = code
      self.init("E703", file: file, facts: facts)
    case .tooManyCells(let limit):
      facts["grens"] = String(limit)
      self.init("E704", file: file, facts: facts)
    case .inconsistent:
      self.init("E705", file: file, facts: facts)
    case .unprotectable:
      self.init("E706", file: file, facts: facts)
    case .malformedStructure(let line):
      self.init("E707", file: file ?? "audit.json", line: line, facts: facts)
    case .leak(let flags):
      facts["aantal"] = String(flags.count)
      self.init("P501", file: file, facts: facts)
    }
  }
}
