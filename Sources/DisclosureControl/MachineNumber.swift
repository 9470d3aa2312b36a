/// Numbers in files for machines.
public enum MachineNumber {
  /// The shortest decimal that reads back to the same double: a point, no exponent, never `-0`.
  ///
  /// `0.1` for 0.1, `0.0000001` for 1e-7, `5` for 5.0. Infinities and not-a-number, which no table
  /// holds, give an empty text.
  public static func text(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    if number == 0 { return "0" }
    // The description of a double is the shortest that reads back (SwiftDtoa), with an exponent
    // for very large and very small numbers.
    let parts = number.magnitude.description.split(separator: "e")
    guard let mantissa = parts.first else { return "" }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(halves[0])
    var fraction = halves.count > 1 ? String(halves[1]) : ""
    if fraction == "0" { fraction = "" }
    return (number < 0 ? "-" : "") + shifted(whole, fraction, by: exponent)
  }

  /// Moves the decimal point of `whole.fraction` to the right, or to the left when negative.
  private static func shifted(_ whole: String, _ fraction: String, by places: Int) -> String {
    let digits = whole + fraction
    let point = whole.utf8.count + places
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.utf8.count {
      return digits + String(repeating: "0", count: point - digits.utf8.count)
    }
    return String(digits.prefix(point)) + "." + digits.dropFirst(point)
  }
}
