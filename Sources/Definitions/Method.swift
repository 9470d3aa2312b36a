/// A statistical method that is in force, so that an epidemiologist can check it.
public struct Method: Hashable, Sendable {
  /// The id.
  public let id: String
  /// The Dutch name.
  public let name: String
  /// When it is applied and what it means.
  public let note: String
  /// The formula.
  public let formula: String
  /// The tables and figures that use it, such as `t216`.
  public let tables: [String]
  /// The name of the function or type in the module `Statistics`.
  public let function: String
  /// The publication or the choice behind it.
  public let source: String

  static func read(_ rows: [DefinitionRow], _ problems: inout DefinitionProblems) -> [Method] {
    var ids: Set<String> = []
    return rows.map { row in
      let id = row.required("id", &problems)
      if !ids.insert(id).inserted { problems.add(row, "id \(id) staat er twee keer") }
      return Method(
        id: id, name: row.required("naam", &problems), note: row["omschrijving"],
        formula: row.required("formule", &problems), tables: row.list("gebruikt_bij"),
        function: row.required("functie", &problems), source: row["bron"])
    }
  }
}
