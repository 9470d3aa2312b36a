import Exporters

/// The JSON Schema of the configuration, for editors; made from the one list of keys.
enum ConfigurationSchema {
  /// The schema as text (JSON Schema draft 2020-12).
  static func text() -> String {
    var members = [
      JSONMember("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      JSONMember("title", .text("wijkbeeld.yaml")),
    ]
    members += object(ConfigurationKey.all)
    return JSONText.write(.object(members))
  }

  private static func object(_ keys: [ConfigurationKey]) -> [JSONMember] {
    [
      JSONMember("type", .text("object")),
      JSONMember("additionalProperties", .flag(false)),
      JSONMember("required", .list(keys.filter(\.isRequired).map { .text($0.name) })),
      JSONMember(
        "properties",
        .object(
          keys.map { key in
            JSONMember(
              key.name,
              .object([JSONMember("description", .text(key.text))] + shape(key.shape)))
          })),
    ]
  }

  private static func shape(_ shape: ConfigurationKey.Shape) -> [JSONMember] {
    switch shape {
    case .text: [JSONMember("type", .list([.text("string"), .text("number")]))]
    case .wholeNumber(let range):
      [
        JSONMember("type", .text("integer")), JSONMember("minimum", .integer(range.lowerBound)),
        JSONMember("maximum", .integer(range.upperBound)),
      ]
    case .date: [JSONMember("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .duration: [JSONMember("pattern", .text("^([0-9]+d|0|uit)$"))]
    case .choice(let words):
      [
        JSONMember(
          "enum",
          .list(
            words.map { word in
              switch word {
              case "true": .flag(true)
              case "false": .flag(false)
              case "5": .integer(5)
              default: .text(word)
              }
            }))
      ]
    case .textList:
      [
        JSONMember("type", .text("array")),
        JSONMember(
          "items",
          .object([JSONMember("type", .list([.text("string"), .text("integer")]))])),
      ]
    case .mapping(let keys): object(keys)
    case .mappingList(let keys):
      [JSONMember("type", .text("array")), JSONMember("items", .object(object(keys)))]
    case .sourceList(let keys):
      [
        JSONMember("type", .text("array")),
        JSONMember(
          "items",
          .object([
            JSONMember(
              "anyOf",
              .list([.object([JSONMember("type", .text("string"))]), .object(object(keys))]))
          ])),
      ]
    }
  }
}
