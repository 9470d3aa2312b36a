import Definitions
import WijkModel

/// A few indicators and groups, as in `data/definities`.
enum SampleDefinitions {
  static let indicators: [Indicator] = [
    monitor(
      "ervaren-gezondheid", "Ervaren gezondheid (goed/zeer goed)", "minder goed ervaren gezondheid",
      "kwaliteit van leven", isHighFavorable: true),
    monitor("eenzaam", "Eenzaam", "eenzaamheid", "meedoen"),
    monitor("ernstig-eenzaam", "Ernstig/zeer ernstig eenzaam", "ernstige eenzaamheid", "meedoen"),
    monitor(
      "psychische-klachten", "Psychische klachten", "psychische klachten", "mentaal welbevinden"),
    monitor(
      "beweegrichtlijn", "Voldoet aan beweegrichtlijn", "te weinig bewegen", "lichaamsfuncties",
      isHighFavorable: true),
    monitor("overgewicht", "Overgewicht", "overgewicht", "lichaamsfuncties"),
    other("herkomst-nederland", "Nederlandse herkomst", .origin, "%"),
    other("huishoudens", "Huishoudens", .household, "aantal"),
    other("eenpersoonshuishoudens", "Eenpersoonshuishoudens", .household, "aantal"),
    other("eenouderhuishoudens", "Eenouderhuishoudens", .household, "aantal"),
    other("koopwoning", "Koopwoningen", .household, "%"),
    other("ses-woa", "SES-WOA-score", .socioeconomic, "score"),
  ]

  static let groups: [DiseaseGroup] = [
    group("DM2", "Diabetes", .diabetes), group("HVZ", "CVRM", .cvrm),
    group("ARTROSE", "Artrose", nil), group("OVERGEWICHT", "Overgewicht", nil),
  ]

  private static func monitor(
    _ id: String, _ name: String, _ problem: String, _ dimension: String,
    isHighFavorable: Bool = false
  ) -> Indicator {
    Indicator(
      id: id, name: name, kind: .monitor, aliases: [], unit: "%", isHighFavorable: isHighFavorable,
      rankOrder: 1, theme: "thema", problemName: problem, dimension: dimension, classification: "",
      source: "verzonnen")
  }

  private static func other(
    _ id: String, _ name: String, _ kind: Indicator.Kind, _ unit: String
  ) -> Indicator {
    Indicator(
      id: id, name: name, kind: kind, aliases: [], unit: unit, isHighFavorable: nil, rankOrder: nil,
      theme: "", problemName: "", dimension: "", classification: "", source: "verzonnen")
  }

  private static func group(_ id: String, _ name: String, _ program: CareProgram?) -> DiseaseGroup {
    DiseaseGroup(
      id: id, name: name, program: program, codes: [], episodes: .chronic, countsAsChronic: true,
      theme: "thema", isShown: true, source: "verzonnen")
  }
}
