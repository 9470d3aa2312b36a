import Exporters

/// The Word file that `huisstijl` names.
enum HouseStyleFile {
  /// The house style of a configuration; our own when it names none.
  ///
  /// - Throws: `E520` or `E522` (66) when the file cannot be read, `E529` (78) when it cannot be a
  ///   house style.
  static func read(_ configuration: Configuration) throws(PipelineError) -> HouseStyle {
    guard let path = configuration.houseStyle else { return .standard }
    let name = FileAccess.name(of: path)
    let bytes = try FileAccess.read(path, name: name, missing: "E520")
    do throws(HouseStyleError) {
      return try HouseStyle(bytes: bytes)
    } catch {
      throw PipelineError(.configuration, "E529", file: name, facts: ["reden": error.reason])
    }
  }
}
