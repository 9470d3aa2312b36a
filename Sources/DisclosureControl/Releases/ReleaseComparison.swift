/// What a reader of a new release learns who also has earlier ones of the same wijk.
public enum ReleaseComparison: Hashable, Sendable {
  /// The figures are those of the last release.
  case same
  /// The figures differ, and together nothing leaks.
  case clean
  /// Together they give something away that neither gives away alone.
  case leaks([AuditFlag])
  /// They cannot be put into one system, so that nothing is proven safe.
  case unproven(DisclosureError)

  /// Whether the new figures may be published.
  public var isPublishable: Bool { self == .same || self == .clean }
}

/// Attacks a new release together with earlier ones of the same wijk (disclosure.md, rule 6).
///
/// What an earlier release gave away by itself stays given away; only what the new one adds counts.
///
/// - Parameters:
///   - release: The new figures.
///   - earlier: Figures that others may have, the oldest first; those of the last year.
/// - Returns: What the pair tells.
public func compare(
  _ release: PatientRelease, with earlier: [PatientRelease]
) -> ReleaseComparison {
  if let last = earlier.last, release.hasSameFigures(as: last) { return .same }
  var different: [PatientRelease] = []
  for other in earlier where !other.hasSameFigures(as: release) {
    if !different.contains(where: other.hasSameFigures) { different.append(other) }
  }
  if different.isEmpty { return .clean }
  // Most small changes show at once; only what does not needs linear programs.
  let printed = different.flatMap { release.printedDifferences(from: $0) }
  if !printed.isEmpty { return .leaks(printed) }
  do throws(DisclosureError) {
    let together = try audit((different + [release]).map(\.text), threshold: release.threshold)
    guard !together.flags.isEmpty else { return .clean }
    let known = try audit(different.map(\.text), threshold: release.threshold).flags
    let added = together.flags.filter { flag in
      !known.contains { $0.kind == flag.kind && $0.cell == flag.cell }
    }
    return added.isEmpty ? .clean : .leaks(added)
  } catch {
    return .unproven(error)
  }
}

extension PatientRelease {
  /// The counts that both releases print and that differ by less than the threshold.
  ///
  /// Nothing when either rounds its counts, because a printed count is then no count.
  func printedDifferences(from other: PatientRelease) -> [AuditFlag] {
    if structure.roundsCounts || other.structure.roundsCounts { return [] }
    var flags: [AuditFlag] = []
    for table in tables {
      guard let earlier = other.tables.first(where: { $0.id == table.id }),
        earlier.columns == table.columns
      else { continue }
      let before = Dictionary(earlier.rows.map { (earlier.dimensions(of: $0), $0) }) { first, _ in
        first
      }
      for row in table.rows {
        let dimensions = table.dimensions(of: row)
        guard let old = before[dimensions] else { continue }
        for (place, column) in table.columns.enumerated() where column.isPersons {
          guard case .count(let now) = row[place], case .count(let then) = old[place],
            now != then, abs(now - then) < threshold
          else { continue }
          let codes = dimensions.map(\.text).joined(separator: ", ")
          flags.append(
            AuditFlag(
              kind: .difference, cell: "\(column.name)[\(codes)]", detail: table.fileName))
        }
      }
    }
    return flags
  }
}

extension ReleaseStructure {
  /// Whether printed counts are rounded.
  fileprivate var roundsCounts: Bool { members.contains { $0.name == "round" } }
}
