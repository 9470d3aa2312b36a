import WijkModel

/// The figures of patients of one release of a wijk, as they were published; the ledger keeps them.
///
/// Only protected figures are in it: what anybody could read, and the figures of `intern/tabellen` of the
/// same released cells. It has a stable text form, which only this module writes and reads, because it
/// makes releasable tables.
public struct PatientRelease: Hashable, Sendable {
  /// The wijk as it was.
  public let wijk: Wijk
  /// The tables that count patients, in the order of their ids.
  public let tables: [ReleasableTable]
  /// The same in full precision, for `intern/tabellen`.
  public let internalTables: [ReleasableTable]
  /// Standardized rates of released cells, for the trend.
  public let rates: [StandardizedRate]
  /// The structure of the whole release.
  public let structure: ReleaseStructure
  /// The smallest count that was shown.
  public let threshold: Int
  /// Practices whose rows were counted.
  public let practiceCount: Int
  /// Notes that belong to no table.
  public let notes: [TableNote]

  init(
    wijk: Wijk, tables: [ReleasableTable], internalTables: [ReleasableTable],
    rates: [StandardizedRate], structure: ReleaseStructure, threshold: Int, practiceCount: Int,
    notes: [TableNote]
  ) {
    self.wijk = wijk
    self.tables = tables
    self.internalTables = internalTables
    self.rates = rates
    self.structure = structure
    self.threshold = threshold
    self.practiceCount = practiceCount
    self.notes = notes
  }

  /// The table whose id starts with `t2xx`, or nil.
  public func table(_ prefix: String) -> ReleasableTable? {
    tables.first { $0.id == prefix || $0.id.hasPrefix(prefix + "-") }
  }

  /// Whether the same figures stand in both, so that a reader learns nothing from the pair.
  public func hasSameFigures(as other: PatientRelease) -> Bool {
    func figures(_ release: PatientRelease) -> [TextTable] { release.tables.map(\.text) }
    return figures(self) == figures(other)
  }

  /// The figures as a reader has them.
  var text: TextRelease { TextRelease(tables: tables.map(\.text), structure: structure) }
}

extension ReleasedTables {
  /// The figures of patients of this release; nil when it has none.
  public var patientRelease: PatientRelease? {
    let counted = tables.filter(\.hasPatientCounts)
    guard counted.contains(where: { !$0.rows.isEmpty }), practiceCount > 0 else { return nil }
    return PatientRelease(
      wijk: wijk, tables: counted, internalTables: internalTables, rates: rates,
      structure: structure.of(counted), threshold: threshold, practiceCount: practiceCount,
      notes: notes)
  }

  /// The release with the figures of patients of an earlier one, all of them, in the place of its own.
  ///
  /// Tables of inhabitants, costs and activities are the new ones.
  public func reprinting(_ earlier: PatientRelease) -> ReleasedTables {
    let own = tables.filter { !$0.hasPatientCounts }
    let all = (own + earlier.tables).sorted { $0.id < $1.id }
    let missing = Set(earlier.tables.map(\.id))
    return ReleasedTables(
      wijk: wijk, tables: all, structure: earlier.structure.naming(own, of: structure),
      threshold: earlier.threshold,
      notes: notes.filter { !$0.isAbout(missing) }
        + earlier.notes.filter { note in !notes.contains(note) && !note.isAbout(Set(all.map(\.id)))
        },
      practiceCount: earlier.practiceCount, internalTables: earlier.internalTables,
      rates: earlier.rates)
  }
}

extension TableNote {
  /// Whether the note says that one of these tables is missing.
  fileprivate func isAbout(_ ids: Set<String>) -> Bool {
    guard code == "bron-ontbreekt", let table = facts["tabel"] else { return false }
    return ids.contains { $0 == table || $0.hasPrefix(table + "-") }
  }
}

extension ReleaseStructure {
  /// The structure with the descriptions of these tables only.
  fileprivate func of(_ tables: [ReleasableTable]) -> ReleaseStructure {
    let names = Set(tables.map(\.fileName))
    return replacingTables { $0.filter { names.contains($0.name) } }
  }

  /// The structure with the descriptions of more tables, as another structure has them.
  fileprivate func naming(
    _ tables: [ReleasableTable], of other: ReleaseStructure
  ) -> ReleaseStructure {
    let names = Set(tables.map(\.fileName))
    let described = other.members.first { $0.name == "tables" }?.value.members ?? []
    return replacingTables { own in
      (own + described.filter { names.contains($0.name) }).sorted { $0.name < $1.name }
    }
  }

  /// The structure with the description of one more table.
  func adding(_ table: ReleasableTable, wijk: Wijk) -> ReleaseStructure {
    replacingTables { own in
      (own.filter { $0.name != table.fileName }
        + [Member(table.fileName, table.structure(wijk: wijk, withRatios: true))]).sorted {
          $0.name < $1.name
        }
    }
  }

  private func replacingTables(_ change: ([Member]) -> [Member]) -> ReleaseStructure {
    ReleaseStructure(
      members: members.map { member in
        guard member.name == "tables" else { return member }
        return Member(member.name, .object(change(member.value.members)))
      })
  }
}
