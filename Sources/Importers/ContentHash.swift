/// A hash of a few numbers, the same on every machine and in every run.
///
/// The finalizer is that of SplitMix64 (Steele, Lea and Flood, 2014).
struct ContentHash: Sendable {
  /// The hash so far.
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Takes a number in; the order counts.
  mutating func add(_ number: UInt64) {
    var mixed = (value ^ number) &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    value = mixed ^ (mixed >> 31)
  }
}
