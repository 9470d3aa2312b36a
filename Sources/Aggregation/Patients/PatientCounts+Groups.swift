import WijkModel

extension PatientCounts {
  /// The disease groups of the tables under both their names, in the order of the tables.
  ///
  /// A programme of several groups is none of them and is left out.
  func groupFacts() -> [GroupFacts] {
    let programs = definitions.programs.compactMap { program in
      program.mask.nonzeroBitCount == 1
        ? GroupFacts(
          id: definitions.groups[program.mask.trailingZeroBitCount].id,
          name: program.program.rawValue) : nil
    }
    return programs
      + definitions.otherGroups.map { GroupFacts(id: $0.group.id, name: $0.group.name) }
  }
}
