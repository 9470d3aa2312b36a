/// The sums that can be computed from shown cells by adding and subtracting, over a prime field.
///
/// Langsrud, "Secondary cell suppression by Gaussian elimination: an algorithm suitable for handling
/// issues with zeros and singletons", Privacy in Statistical Databases 2024: cells are shown one after
/// another unless that makes a protected cell computable. Exact arithmetic modulo 2³¹ − 1; a
/// coincidence of the prime is caught by the linear programs that check every choice afterwards.
struct LinearSpan {
  private struct Row {
    let pivot: Int
    let places: [Int32]
    let values: [UInt64]
  }

  private static let prime: UInt64 = 2_147_483_647

  private let size: Int
  private var rows: [Row] = []
  /// What is left of each protected sum after elimination, with the number of its nonzero places.
  private var protected: [(residue: [UInt64], count: Int)] = []
  private var scratch: [UInt64]

  /// Makes the span of nothing.
  ///
  /// - Parameters:
  ///   - size: The number of unknowns.
  ///   - protected: Sums of unknowns that must stay outside.
  init(size: Int, protected: [[Int]]) {
    self.size = size
    scratch = [UInt64](repeating: 0, count: size)
    self.protected = protected.map { places in
      var residue = [UInt64](repeating: 0, count: size)
      for place in places { residue[place] = 1 }
      return (residue, places.count)
    }
  }

  /// Adds a sum, unless a protected one becomes computable.
  ///
  /// - Returns: Whether it was added, or was computable already.
  mutating func add(_ places: [Int]) -> Bool {
    guard let new = reduced(places) else { return true }
    if exposes(new) { return false }
    for index in protected.indices where protected[index].residue[new.pivot] != 0 {
      let factor = protected[index].residue[new.pivot]
      Self.subtract(new, times: factor, from: &protected[index].residue)
      protected[index].count = protected[index].residue.count { $0 != 0 }
    }
    rows.append(new)
    return true
  }

  /// Whether a protected sum becomes computable when a sum is added.
  mutating func exposes(_ places: [Int]) -> Bool { reduced(places).map(exposes) ?? false }

  private func exposes(_ new: Row) -> Bool {
    protected.contains { residue, count in
      count == new.places.count && residue[new.pivot] != 0 && Self.isMultiple(residue, of: new)
    }
  }

  private mutating func reduced(_ places: [Int]) -> Row? {
    for place in places { scratch[place] = 1 }
    for row in rows where scratch[row.pivot] != 0 {
      Self.subtract(row, times: scratch[row.pivot], from: &scratch)
    }
    return takeScratch()
  }

  /// The scratch vector as a row with pivot value 1, or nil when it is zero; clears it.
  private mutating func takeScratch() -> Row? {
    guard let pivot = scratch.firstIndex(where: { $0 != 0 }) else { return nil }
    let inverse = Self.inverse(scratch[pivot])
    var places: [Int32] = []
    var values: [UInt64] = []
    for place in pivot..<size where scratch[place] != 0 {
      places.append(Int32(place))
      values.append(scratch[place] * inverse % Self.prime)
      scratch[place] = 0
    }
    return Row(pivot: pivot, places: places, values: values)
  }

  private static func subtract(_ row: Row, times factor: UInt64, from vector: inout [UInt64]) {
    let negative = prime - factor
    for (place, value) in zip(row.places, row.values) {
      vector[Int(place)] = (vector[Int(place)] + negative * value) % prime
    }
  }

  private static func isMultiple(_ vector: [UInt64], of row: Row) -> Bool {
    let factor = vector[row.pivot]
    return zip(row.places, row.values).allSatisfy { vector[Int($0)] == factor * $1 % prime }
  }

  /// Fermat: the power p − 2.
  private static func inverse(_ value: UInt64) -> UInt64 {
    var (result, base, exponent): (UInt64, UInt64, UInt64) = (1, value, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
