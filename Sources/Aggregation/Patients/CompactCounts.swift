import WijkModel

/// Persons by postcode, five years of age and sex; by postcode and group; and with two or more groups.
public struct CompactCounts: Sendable {
  /// Classes of five years; the last one is 95 and older.
  public static let bandCount = 20
  /// Men, women and other: a plain row has a sex.
  private static let sexCount = 3
  private static let postcodeCount = 10_000

  private let groupCount: Int
  private var demography: [UInt32]
  private var groups: [UInt32]
  private var several: [UInt32]

  /// Makes counts of nobody.
  public init(_ plan: CompactPlan) {
    groupCount = plan.groups.count
    demography = Array(repeating: 0, count: Self.postcodeCount * Self.bandCount * Self.sexCount)
    groups = Array(repeating: 0, count: Self.postcodeCount * groupCount)
    several = Array(repeating: 0, count: Self.postcodeCount)
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
    for place in demography.indices { demography[place] += other.demography[place] }
    for place in groups.indices { groups[place] += other.groups[place] }
    for place in several.indices { several[place] += other.several[place] }
  }

  /// The postcode numbers of at least one person, in order.
  public var postcodes: [Int] {
    let width = Self.bandCount * Self.sexCount
    return (0..<Self.postcodeCount).filter { postcode in
      demography[postcode * width..<(postcode + 1) * width].contains { $0 > 0 }
    }
  }

  /// Persons of a postcode number, class of age and sex.
  public func persons(postcode: Int, band: Int, sex: RecordedSex) -> Int {
    Int(demography[(postcode * Self.bandCount + band) * Self.sexCount + Int(sex.rawValue)])
  }

  /// Persons of a postcode number in a group of the plan.
  public func persons(postcode: Int, group: Int) -> Int {
    Int(groups[postcode * groupCount + group])
  }

  /// Persons of a postcode number in two or more groups.
  public func personsInSeveral(postcode: Int) -> Int { Int(several[postcode]) }

  @inline(__always)
  private mutating func add(_ word: UInt64, groups bits: UInt32) {
    let postcode = Int(truncatingIfNeeded: word &>> 9 & 0x3FFF)
    let band = min(Int(truncatingIfNeeded: word &>> 2 & 0x7F) / 5, Self.bandCount &- 1)
    let sex = Int(truncatingIfNeeded: word & 3)
    demography[(postcode &* Self.bandCount &+ band) &* Self.sexCount &+ sex] &+= 1
    var rest = bits
    while rest != 0 {
      groups[postcode &* groupCount &+ rest.trailingZeroBitCount] &+= 1
      rest &= rest &- 1
    }
    if bits & (bits &- 1) != 0 { several[postcode] &+= 1 }
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
