import WijkModel

/// Persons by postcode, five years of age and sex; by postcode and group; and with two or more groups.
public struct CompactCounts: Sendable {
  /// Classes of five years; the last one is 95 and older.
  public static let bandCount = 20
  /// Men, women and other: a plain row has a sex.
  private static let sexCount = 3
  private static let postcodeCount = 10_000

  private let groupCount: Int
  /// The number of each postcode's row, from 1; 0 for one without persons.
  private var rows: [Int32]
  private var rowCount = 0
  private var demography: [UInt32] = []
  private var groups: [UInt32] = []
  private var several: [UInt32] = []

  /// Makes counts of nobody.
  public init(_ plan: CompactPlan) {
    groupCount = plan.groups.count
    rows = Array(repeating: 0, count: Self.postcodeCount)
  }

  /// Joins and counts some partitions of what several threads collected.
  ///
  /// Of several rows with one key the one with the latest first day counts.
  public init(_ collections: [CompactRows], plan: CompactPlan, partitions: Range<Int>) {
    self.init(plan)
    var table = CompactTable()
    for partition in partitions {
      table.clear(for: collections.reduce(0) { $0 + $1.patients.count(partition) })
      for rows in collections { rows.patients.forEach(in: partition) { table.insert($0) } }
      for rows in collections { rows.episodes.forEach(in: partition) { table.mark($0) } }
      table.forEachPerson { add($0, groups: $1) }
    }
  }

  /// Adds the counts of other partitions.
  public mutating func add(_ other: CompactCounts) {
    for postcode in other.postcodes {
      guard let theirs = other.row(postcode) else { continue }
      let own = makeRow(postcode)
      for place in 0..<Self.width {
        demography[own * Self.width + place] += other.demography[theirs * Self.width + place]
      }
      for group in 0..<groupCount {
        groups[own * groupCount + group] += other.groups[theirs * groupCount + group]
      }
      several[own] += other.several[theirs]
    }
  }

  /// The postcode numbers of at least one person, in order.
  public var postcodes: [Int] { rows.indices.filter { rows[$0] > 0 } }

  /// Persons of a postcode number, class of age and sex.
  public func persons(postcode: Int, band: Int, sex: RecordedSex) -> Int {
    guard let row = row(postcode) else { return 0 }
    return Int(demography[row * Self.width + band * Self.sexCount + Int(sex.rawValue)])
  }

  /// Persons of a postcode number in a group of the plan.
  public func persons(postcode: Int, group: Int) -> Int {
    row(postcode).map { Int(groups[$0 * groupCount + group]) } ?? 0
  }

  /// Persons of a postcode number in two or more groups.
  public func personsInSeveral(postcode: Int) -> Int {
    row(postcode).map { Int(several[$0]) } ?? 0
  }

  private static var width: Int { bandCount * sexCount }

  private func row(_ postcode: Int) -> Int? {
    rows[postcode] > 0 ? Int(rows[postcode]) - 1 : nil
  }

  /// The row of a postcode, made when it has none: the postcodes of a wijk fit the cache.
  @inline(__always)
  private mutating func makeRow(_ postcode: Int) -> Int {
    if rows[postcode] == 0 { appendRow(postcode) }
    return Int(rows[postcode]) &- 1
  }

  @inline(never)
  private mutating func appendRow(_ postcode: Int) {
    rowCount += 1
    rows[postcode] = Int32(rowCount)
    demography.append(contentsOf: repeatElement(0, count: Self.width))
    groups.append(contentsOf: repeatElement(0, count: groupCount))
    several.append(0)
  }

  @inline(__always)
  private mutating func add(_ word: UInt64, groups bits: UInt32) {
    let row = makeRow(Int(truncatingIfNeeded: word &>> 9 & 0x3FFF))
    let band = min(Int(truncatingIfNeeded: word &>> 2 & 0x7F) / 5, Self.bandCount &- 1)
    let sex = Int(truncatingIfNeeded: word & 3)
    demography[row &* Self.width &+ band &* Self.sexCount &+ sex] &+= 1
    var rest = bits
    while rest != 0 {
      groups[row &* groupCount &+ rest.trailingZeroBitCount] &+= 1
      rest &= rest &- 1
    }
    if bits & (bits &- 1) != 0 { several[row] &+= 1 }
  }
}

/// The persons of one partition: open addressing, at most half full, small enough for the cache.
private struct CompactTable {
  /// Words of patients; 0 is free, because no postcode is 0.
  private var words: [UInt64] = []
  private var days: [Int32] = []
  private var bits: [UInt32] = []
  private var mask = 0

  mutating func clear(for rows: Int) {
    var size = 16
    while size < rows * 2 { size <<= 1 }
    mask = size - 1
    if words.count < size {
      words = Array(repeating: 0, count: size)
      days = Array(repeating: 0, count: size)
      bits = Array(repeating: 0, count: size)
      return
    }
    for slot in 0..<size { (words[slot], bits[slot]) = (0, 0) }
  }

  mutating func insert(_ patient: CompactRows.Patient) {
    let slot = slot(of: patient.word &>> CompactRows.patientBits)
    if words[slot] == 0 || isLater(patient, than: slot) {
      words[slot] = patient.word
      days[slot] = patient.enrolledFrom
    }
  }

  mutating func mark(_ episode: UInt64) {
    let slot = slot(of: episode &>> CompactRows.episodeBits)
    if words[slot] != 0 {
      bits[slot] |= UInt32(truncatingIfNeeded: episode & (1 << CompactRows.episodeBits - 1))
    }
  }

  func forEachPerson(_ body: (UInt64, UInt32) -> Void) {
    for slot in 0...mask where words[slot] != 0 { body(words[slot], bits[slot]) }
  }

  /// Of rows with the same first day one counts whatever their order: the greater word.
  private func isLater(_ patient: CompactRows.Patient, than slot: Int) -> Bool {
    patient.enrolledFrom == days[slot]
      ? patient.word > words[slot] : patient.enrolledFrom > days[slot]
  }

  /// The slot of a key, or the free one where it would be.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var hash = key &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash &>> 32
    var slot = Int(truncatingIfNeeded: hash) & mask
    while words[slot] != 0 && words[slot] &>> CompactRows.patientBits != key {
      slot = (slot &+ 1) & mask
    }
    return slot
  }
}
