import Definitions
import Testing
import WijkModel

@Suite("Disease groups")
struct DiseaseGroupTests {
  @Test(
    "A code belongs to a group or not",
    arguments: [
      ("Diabetes", "T90.02", true), ("Diabetes", "T90", false), ("Diabetes", "T90.01", false),
      ("Diabetes", "T90.00", false), ("Diabetes type 1", "T90.01", true),
      ("Diabetes, type niet vastgelegd", "T90", true),
      ("Diabetes, type niet vastgelegd", "T90.00", true),
      ("Diabetes, type niet vastgelegd", "T90.02", false), ("Astma", "R96", true),
      ("Astma", "R96.00", true), ("Astma", "R96.02", true), ("Astma", "R96.01", false),
      ("COPD", "R95", true), ("COPD", "R95.00", true), ("COPD", "R95.01", true),
      ("COPD", "R91", false), ("CVRM", "K74", true), ("CVRM", "K74.02", true),
      ("CVRM", "K75", true), ("CVRM", "K76.01", true), ("CVRM", "K89", true),
      ("CVRM", "K90", false), ("CVRM", "K90.01", false), ("CVRM", "K90.02", true),
      ("CVRM", "K90.03", true), ("CVRM", "K91", true), ("CVRM", "K92", false),
      ("CVRM", "K92.01", true), ("CVRM", "K92.02", false), ("CVRM", "K99", false),
      ("CVRM", "K99.01", true), ("CVRM", "K86", false), ("CVRM", "U99.01", false),
      ("VVR", "K86", true), ("VVR", "K86.01", true), ("VVR", "T93.01", true),
      ("Angst en stemming", "P74", true), ("Angst en stemming", "P76.01", true),
      ("Angst en stemming", "P01", false), ("Angst en stemming", "P73", false),
      ("Beroerte en TIA", "K90", true), ("Beroerte en TIA", "K90.01", true),
      ("Osteoporose", "L95", true), ("Osteoporose", "L95.01", false),
      ("Kanker (ooit vastgesteld)", "S77", false),
      ("Kanker (ooit vastgesteld)", "S77.03", true), ("Chronische nierschade", "U99", false),
      ("Chronische nierschade", "U99.01", true), ("Hartfalen", "K77.01", true),
      ("Overgewicht", "T82", true), ("Dementie", "P70.02", true),
    ])
  func includes(group: String, code: String, expected: Bool) throws {
    let group = try #require(try Shipped.definitions().group(named: group))
    let code = try #require(ICPCCode(code))
    #expect(group.includes(code) == expected)
  }

  @Test("The five programmes come first, each with one group of its name")
  func programs() throws {
    let groups = try Shipped.definitions().diseaseGroups
    #expect(
      groups.prefix(5).map(\.name) == ["Astma", "COPD", "Diabetes", "CVRM", "Angst en stemming"])
    #expect(groups.dropFirst(5).allSatisfy { $0.program == nil })
    #expect(groups.count <= 64)
  }

  @Test("The broad list for anxiety and mood replaces the strict one when the setting asks for it")
  func broad() throws {
    let definitions = try Shipped.definitions()
    var settings = RegionSettings()
    let symptom = try #require(ICPCCode("P03"))
    let strict = definitions.diseaseGroups(for: settings)
    settings.usesBroadAnxietyAndMood = true
    let broad = definitions.diseaseGroups(for: settings)
    #expect(strict.map(\.name) == broad.map(\.name))
    #expect(!strict[4].includes(symptom) && broad[4].includes(symptom))
    #expect(strict.count == definitions.diseaseGroups.count)
  }

  @Test("Risk factors and overweight are no chronic conditions, and kinds of diabetes are one")
  func chronic() throws {
    let definitions = try Shipped.definitions()
    for name in ["VVR", "Overgewicht", "CVRM"] {
      #expect(definitions.group(named: name)?.countsAsChronic == false)
    }
    let diabetes = ["Diabetes", "Diabetes type 1", "Diabetes, type niet vastgelegd"]
    #expect(Set(diabetes.map { definitions.group(named: $0)?.condition }) == ["DIABETES"])
  }

  @Test("Every code of CVRM is in exactly one chronic group, so that nobody is counted twice")
  func cardiovascular() throws {
    let groups = try Shipped.definitions().diseaseGroups
    let codes = try #require(groups.first { $0.program == .cvrm }).codes.map(\.code)
    for code in codes {
      #expect(groups.count { $0.countsAsChronic && $0.includes(code) } == 1, "\(code)")
    }
  }

  @Test("Asthma counts open episodes, anxiety and mood recent ones, diabetes all")
  func episodes() throws {
    let groups = try Shipped.definitions().diseaseGroups
    #expect(groups.prefix(5).map(\.episodes) == [.active, .chronic, .chronic, .chronic, .recent])
  }

  @Test(
    "Names of programmes in chain-care files",
    arguments: [
      ("DM2", CareProgram.diabetes), ("dm", .diabetes), ("Diabetes type 2", .diabetes),
      ("HVZ", .cvrm), ("CVRM-VVR", .cvrm), ("ggz", .anxietyAndMood), ("copd", .copd),
      ("Angst- en stemmingsstoornissen", .anxietyAndMood), ("Astma", .asthma),
    ])
  func programNames(name: String, program: CareProgram) throws {
    #expect(try Shipped.definitions().program(named: name) == program)
  }

  @Test("An unknown programme has no name")
  func unknownProgram() throws {
    #expect(try Shipped.definitions().program(named: "CVRM?") == nil)
  }

  @Test("Programmes have their age limits, and diabetes goes before CVRM")
  func rules() throws {
    let rules = try Shipped.definitions().programRules
    func rule(_ program: CareProgram) -> ProgramRule? { rules.first { $0.program == program } }
    #expect(rule(.asthma)?.minimumAge == 16)
    #expect(rule(.copd)?.minimumAge == nil)
    #expect(rule(.diabetes)?.minimumAge == 18)
    #expect(rule(.cvrm)?.yieldsTo == [.diabetes])
  }
}
