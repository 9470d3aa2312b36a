import History
import TestSupport
import Testing
import WijkModel

@Suite("The ledger of releases")
struct LedgerTests {
  private let folder: TemporaryFolder
  private let state: StateFile

  init() throws {
    folder = try TemporaryFolder()
    state = try StateFile.create(below: folder.path)
  }

  private func release(
    _ wijk: String, _ tables: String = "t", startsSeries: Bool = false
  ) throws -> NewRelease {
    NewRelease(
      wijk: wijk, referenceDate: try #require(CalendarDate(iso: "2026-07-01")),
      conditions: ["praktijken": "01990011 01990022", "definities": "aa"], tables: tables,
      marks: [ReleaseMark(path: "tabellen/t214.csv", sha256: "ab12")], startsSeries: startsSeries)
  }

  @Test("A pending release counts as published until it is withdrawn")
  func settled() throws {
    let ids = try state.begin([release("duinrand", "een\ntwee"), release("polder")], at: 5)
    let pending = try state.pendingReleases()
    #expect(pending.map(\.id) == ids)
    #expect(pending.map(\.wijk) == ["duinrand", "polder"])
    let first = try #require(try state.releases(of: "duinrand").first)
    #expect(first.state == .pending)
    #expect(first.tables == "een\ntwee")
    #expect(first.begunAt == 5)
    #expect(first.series == 1)
    #expect(!first.isDeclared)
    #expect(first.conditions == ["praktijken": "01990011 01990022", "definities": "aa"])
    #expect(first.marks == [ReleaseMark(path: "tabellen/t214.csv", sha256: "ab12")])
    try state.settle([ids[0]], as: .published, at: 6)
    try state.settle([ids[1]], as: .withdrawn, at: 6)
    #expect(try state.releases(of: "duinrand").map(\.state) == [.published])
    #expect(try state.releases(of: "polder") == [])
    #expect(try state.pendingReleases() == [])
  }

  @Test("What was published once stays published")
  func final() throws {
    let ids = try state.begin([release("duinrand")], at: 5)
    try state.settle(ids, as: .published, at: 6)
    try state.settle(ids, as: .withdrawn, at: 7)
    #expect(try state.releases(of: "duinrand").map(\.state) == [.published])
  }

  @Test("A new series counts on; one that never stood does not")
  func series() throws {
    func add(_ state: LedgerRelease.State, starts: Bool) throws {
      let ids = try self.state.begin([release("duinrand", startsSeries: starts)], at: 1)
      try self.state.settle(ids, as: state, at: 1)
    }
    try add(.published, starts: false)
    try add(.withdrawn, starts: true)
    try add(.published, starts: false)
    try add(.published, starts: true)
    try add(.published, starts: false)
    let releases = try state.releases(of: "duinrand")
    #expect(releases.map(\.series) == [1, 1, 2, 2])
    #expect(releases.map(\.isDeclared) == [false, false, true, true])
  }

  @Test("The first series after a lost state is declared too")
  func declared() throws {
    _ = try state.begin([release("duinrand", startsSeries: true)], at: 1)
    let first = try #require(try state.releases(of: "duinrand").first)
    #expect(first.series == 1)
    #expect(first.isDeclared)
  }
}
