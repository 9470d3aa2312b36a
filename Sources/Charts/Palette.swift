/// The colors of all charts, on a white ground; tell-able apart with color blindness and in grey.
public enum Palette {
  /// Text and marks that must stand out; 13:1 on white.
  public static let ink = Color(0x22_2B36)
  /// Secondary text; 5.9:1 on white.
  public static let softInk = Color(0x5A_6572)
  /// Grid lines.
  public static let grid = Color(0xE3_E7EB)
  /// Axis and zero lines.
  public static let axis = Color(0x9A_A5B1)
  /// The ground.
  public static let ground = Color(0xFF_FFFF)
  /// The first series, such as men, and single series; a dark blue.
  public static let first = Color(0x2A_6496)
  /// The second series, such as women; a light orange, lighter than the first in grey too.
  public static let second = Color(0xE2_9A4B)
  /// Intervals around values of the first series.
  public static let interval = Color(0x7F_AACC)
  /// Benchmarks and references.
  public static let benchmark = Color(0x22_2B36)
  /// The ground of areas without a figure.
  public static let withheld = Color(0xF1_F3F5)
  /// The hatching of areas without a figure.
  public static let hatching = Color(0xA9_B3BD)

  /// The colors of lines in one chart, in their order; told apart by the form of their marks too.
  public static let series = [
    first, Color(0xC7_6A12), Color(0x12_3354), Color(0x3D_8B76), Color(0x97_4063),
    Color(0x5A_6572),
  ]

  /// Colors of classes from low to high, light to dark in one hue.
  ///
  /// At most nine classes; more get the darkest color.
  public static func sequence(_ count: Int) -> [Color] {
    let steps: [UInt32] = [
      0xDD_E9F3, 0xC9_DDEC, 0xB0_CDE3, 0x8D_B8D6, 0x63_9CC5, 0x40_7FB0, 0x2A_6496, 0x1C_4A75,
      0x12_3354,
    ]
    guard count > 1 else { return [Color(steps[4])] }
    let last = steps.count - 1
    return (0..<count).map { index in
      Color(steps[count > steps.count ? min(index, last) : index * last / (count - 1)])
    }
  }
}
