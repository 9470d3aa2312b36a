import WijkModel

/// Joins persons whose rows have the same pseudonym.
enum PseudonymMerge {
  /// The person that stands for every person; empty when no file has pseudonyms.
  static func leaders(
    _ files: [PatientColumns], _ personOfRow: [[UInt32]], count: Int
  ) -> [UInt32] {
    var parents = (0..<UInt32(count)).map { $0 }
    var firstPerson: [PersonKey: UInt32] = [:]
    func root(_ person: UInt32) -> UInt32 {
      var person = person
      while parents[Int(person)] != person {
        parents[Int(person)] = parents[Int(parents[Int(person)])]
        person = parents[Int(person)]
      }
      return person
    }
    for (file, columns) in files.enumerated() {
      for (row, pseudonym) in columns.pseudonyms.enumerated() {
        let person = personOfRow[file][row]
        guard let pseudonym, person != PersonIndex.none else { continue }
        guard let first = firstPerson[pseudonym] else {
          firstPerson[pseudonym] = person
          continue
        }
        let (one, two) = (root(first), root(person))
        parents[Int(max(one, two))] = min(one, two)
      }
    }
    return firstPerson.isEmpty ? [] : parents.indices.map { root(UInt32($0)) }
  }
}
