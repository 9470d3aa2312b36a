import Definitions
import DisclosureControl
import WijkModel

/// The words for areas, problems, indicators and disease groups on the page.
struct Names {
  /// The wijk.
  let wijk: Wijk
  /// The day that counts of patients are about.
  let referenceDate: CalendarDate
  private let problems: [String: String]
  private let problemsById: [String: String]
  private let indicators: [String: Indicator]
  private let groups: [String: DiseaseGroup]
  /// Dimensions of Positieve Gezondheid in the order of the definitions.
  let dimensions: [String]

  /// Makes the words for a wijk.
  init(wijk: Wijk, referenceDate: CalendarDate, definitions: DefinitionSet) {
    self.init(
      wijk: wijk, referenceDate: referenceDate, indicators: definitions.indicators,
      groups: definitions.diseaseGroups)
  }

  init(
    wijk: Wijk, referenceDate: CalendarDate, indicators: [Indicator], groups: [DiseaseGroup]
  ) {
    self.wijk = wijk
    self.referenceDate = referenceDate
    var problems: [String: String] = [:]
    var byName: [String: Indicator] = [:]
    for indicator in indicators {
      let name = indicator.problemName.isEmpty ? indicator.name : indicator.problemName
      for key in [indicator.id, indicator.name, indicator.problemName] where !key.isEmpty {
        problems[key.lowercased(), default: name] = name
        byName[key.lowercased(), default: indicator] = indicator
      }
    }
    var byId: [String: String] = [:]
    for group in groups {
      problems[group.id.lowercased()] = group.name
      byId[group.id] = group.name
    }
    for indicator in indicators { byId[indicator.id] = problems[indicator.id.lowercased()] }
    problemsById = byId
    self.problems = problems
    self.indicators = byName
    self.groups = Dictionary(groups.map { ($0.name, $0) }) { first, _ in first }
    var dimensions: [String] = []
    for dimension in indicators.map(\.dimension)
    where !dimension.isEmpty && !dimensions.contains(dimension) {
      dimensions.append(dimension)
    }
    self.dimensions = dimensions
  }

  /// The name of a problem by its id or name; an unknown one as it stands.
  func problem(_ id: String) -> String { problems[id.lowercased()] ?? id }

  /// An indicator by its id or name.
  func indicator(_ name: String) -> Indicator? { indicators[name.lowercased()] }

  /// The words for codes in tables; problems also as tables write their ids.
  var readerWords: ReaderWords { ReaderWords(wijk: wijk, problems: problemsById) }

  /// A disease group by its name.
  func group(_ name: String) -> DiseaseGroup? { groups[name] }

  /// The Dutch name of a characteristic by its id or name; an unknown one as it stands.
  func characteristic(_ name: String) -> String { indicator(name)?.name ?? name }

  /// An area in a table.
  func label(_ area: Area) -> String {
    switch area.kind {
    case .wijk: area.code == wijk.slug ? wijk.name : area.code
    case .outside: "buiten de wijk of onbekend"
    case .total: "Totaal"
    default: area.code
    }
  }

  /// An area inside a sentence: `postcode 1901`, `Nederland`.
  func inSentence(_ area: Area) -> String {
    area.kind == .postcode4 ? "postcode " + area.code : label(area)
  }

  /// `1 juli 2026`.
  var date: String { DutchDate.long(referenceDate) }
}
