import WijkModel

/// The inhabitants of postcodes in the age bases of the Gezondheidsmonitor, looked up once.
struct AgeBaseIndex: Sendable {
  private let numbers: [AgeBand: [Postcode4: Double]]
  private let index: InhabitantIndex

  /// Looks up every base for every postcode.
  init(_ index: InhabitantIndex, bases: Set<AgeBand>, postcodes: Set<Postcode4>) {
    self.index = index
    var numbers: [AgeBand: [Postcode4: Double]] = [:]
    for base in bases {
      var own: [Postcode4: Double] = [:]
      for postcode in postcodes { own[postcode] = index.inhabitants(postcode, ages: base) }
      numbers[base] = own
    }
    self.numbers = numbers
  }

  /// Whether there is no source of inhabitants.
  var isEmpty: Bool { index.isEmpty }

  /// *N* of a postcode; nil when it is unknown.
  func number(_ postcode: Postcode4, ages: AgeBand) -> Double? {
    if let own = numbers[ages] { return own[postcode] }
    return index.inhabitants(postcode, ages: ages)
  }

  /// *N* of a postcode for the question how much of the wijk has figures.
  ///
  /// All inhabitants where the base is unknown, so that an unknown part weighs rather too much than
  /// too little; 0 where nothing is known, as with postcodes of a few inhabitants or post boxes only.
  func bound(_ postcode: Postcode4, ages: AgeBand) -> Double {
    number(postcode, ages: ages) ?? index.total(postcode)?.number ?? 0
  }
}
