import WijkModel

/// Finds the person of a practice and a patient number.
///
/// Rows are cut into partitions by the top bits of a hash, so that each partition's table stays in
/// the cache of the processor; the order of rows then costs nothing (performance.md). Keys are
/// compared in full: two persons are never taken for one.
struct PersonIndex: Sendable {
  /// No person.
  static let none: UInt32 = .max

  private let bits: UInt64
  private var starts: [Int] = []
  private var highs: [UInt64] = []
  private var lows: [UInt64] = []
  private var practices: [UInt16] = []

  /// The number of persons.
  var count: Int { highs.count }

  /// Makes an index of the rows of several files.
  ///
  /// - Parameters:
  ///   - files: Keys and practices per file; rows of ``PracticeDirectory/none`` are left out.
  ///   - personOfRow: Set to the person of every row, or ``none``, per file.
  init(files: [(keys: [PersonKey], practices: [UInt16])], personOfRow: inout [[UInt32]]) {
    let total = files.reduce(0) { $0 + $1.keys.count }
    var bits: UInt64 = 0
    while total >> Int(bits) > 4096 && bits < 14 { bits += 1 }
    self.bits = bits
    let parts = files.map { Self.partition($0.keys, $0.practices, bits: bits) }
    personOfRow = files.map { [UInt32](repeating: Self.none, count: $0.keys.count) }
    highs.reserveCapacity(total)
    lows.reserveCapacity(total)
    practices.reserveCapacity(total)
    var table: [UInt32] = []
    for partition in 0..<(1 << Int(bits)) {
      starts.append(highs.count)
      let rows = parts.reduce(0) { $0 + $1.starts[partition + 1] - $1.starts[partition] }
      let mask = Self.clear(&table, for: rows)
      for (file, part) in parts.enumerated() {
        for place in part.starts[partition]..<part.starts[partition + 1] {
          let row = Int(part.order[place])
          let key = files[file].keys[row]
          let practice = files[file].practices[row]
          var slot = Int(truncatingIfNeeded: Self.hash(key.high, key.low, practice)) & mask
          while true {
            let person = table[slot]
            if person == Self.none {
              let new = UInt32(highs.count)
              table[slot] = new
              highs.append(key.high)
              lows.append(key.low)
              practices.append(practice)
              personOfRow[file][row] = new
              break
            }
            if matches(Int(person), key, practice) {
              personOfRow[file][row] = person
              break
            }
            slot = (slot + 1) & mask
          }
        }
      }
    }
    starts.append(highs.count)
  }

  /// The person of every row of a file, or ``none``.
  func persons(of keys: [PersonKey], practices: [UInt16]) -> [UInt32] {
    let part = Self.partition(keys, practices, bits: bits)
    var result = [UInt32](repeating: Self.none, count: keys.count)
    var table: [UInt32] = []
    for partition in 0..<(1 << Int(bits)) {
      let range = part.starts[partition]..<part.starts[partition + 1]
      if range.isEmpty { continue }
      let persons = starts[partition]..<starts[partition + 1]
      let mask = Self.clear(&table, for: persons.count)
      for person in persons {
        let hash = Self.hash(highs[person], lows[person], self.practices[person])
        var slot = Int(truncatingIfNeeded: hash) & mask
        while table[slot] != Self.none { slot = (slot + 1) & mask }
        table[slot] = UInt32(person)
      }
      for place in range {
        let row = Int(part.order[place])
        var slot =
          Int(truncatingIfNeeded: Self.hash(keys[row].high, keys[row].low, practices[row])) & mask
        while table[slot] != Self.none {
          if matches(Int(table[slot]), keys[row], practices[row]) {
            result[row] = table[slot]
            break
          }
          slot = (slot + 1) & mask
        }
      }
    }
    return result
  }

  private func matches(_ person: Int, _ key: PersonKey, _ practice: UInt16) -> Bool {
    lows[person] == key.low && highs[person] == key.high && practices[person] == practice
  }

  /// Empties a table of at least twice the number of rows; the size is a power of two.
  private static func clear(_ table: inout [UInt32], for rows: Int) -> Int {
    var size = 16
    while size < rows * 2 { size <<= 1 }
    if table.count == size {
      for slot in table.indices { table[slot] = none }
    } else {
      table = [UInt32](repeating: none, count: size)
    }
    return size - 1
  }

  /// The rows ordered by the top bits of their hash; rows without a practice are left out.
  private static func partition(
    _ keys: [PersonKey], _ practices: [UInt16], bits: UInt64
  ) -> (order: [UInt32], starts: [Int]) {
    let count = 1 << Int(bits)
    var starts = [Int](repeating: 0, count: count + 1)
    func partition(_ row: Int) -> Int {
      bits == 0 ? 0 : Int(hash(keys[row].high, keys[row].low, practices[row]) >> (64 - bits))
    }
    for row in keys.indices where practices[row] != PracticeDirectory.none {
      starts[partition(row) + 1] += 1
    }
    for place in 1...count { starts[place] += starts[place - 1] }
    var next = starts
    var order = [UInt32](repeating: 0, count: starts[count])
    for row in keys.indices where practices[row] != PracticeDirectory.none {
      let place = partition(row)
      order[next[place]] = UInt32(row)
      next[place] += 1
    }
    return (order, starts)
  }

  /// Mixes a key and a practice; the finalizer is that of SplitMix64 (Steele, Lea and Flood 2014).
  static func hash(_ high: UInt64, _ low: UInt64, _ practice: UInt16) -> UInt64 {
    var mixed = high &* 0x9E37_79B9_7F4A_7C15
    mixed ^= low &+ UInt64(practice) &* 0xD6E8_FEB8_6659_FD93
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
