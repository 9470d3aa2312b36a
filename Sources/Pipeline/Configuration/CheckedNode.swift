import WijkModel
import Yams

/// A node of the configuration with what is needed to tell where it stands.
///
/// Decoding goes over nodes, not over Codable, so that an unknown key is an error with line, column
/// and a suggestion, and no library message (which would carry the whole file) is passed on.
struct CheckedNode {
  let node: Node
  let file: String
  /// The name for messages, such as `beveiliging.drempel`.
  let path: String

  /// The line of the node, from 1.
  var line: Int { node.mark?.line ?? 1 }

  /// Makes the error that a value is not what is expected there.
  func wrong(expected: String) -> PipelineError {
    PipelineError(
      .configuration, "E503", file: file, line: line, column: String(node.mark?.column ?? 1),
      facts: ["sleutel": path, "verwacht": expected])
  }

  /// The scalar text; quotes are gone, blanks around it too.
  func text() throws(PipelineError) -> String {
    guard case .scalar(let scalar) = node else { throw wrong(expected: "een tekst of getal") }
    let text = scalar.string.trimmingBlanks()
    guard !text.isEmpty else { throw wrong(expected: "een waarde") }
    return text
  }

  /// A whole number inside a range.
  func wholeNumber(in range: ClosedRange<Int>) throws(PipelineError) -> Int {
    guard let number = Int(try text()), range.contains(number) else {
      throw wrong(
        expected: "een geheel getal van \(range.lowerBound) tot en met \(range.upperBound)")
    }
    return number
  }

  /// One of some words.
  func choice(_ words: [String]) throws(PipelineError) -> String {
    let text = try text()
    guard words.contains(text) else {
      throw wrong(expected: words.map { "\"\($0)\"" }.joined(separator: " of "))
    }
    return text
  }

  /// A list; a single value counts as a list of one.
  func list() -> [CheckedNode] {
    guard case .sequence(let sequence) = node else { return [self] }
    return sequence.enumerated().map {
      CheckedNode(node: $1, file: file, path: "\(path)[\($0 + 1)]")
    }
  }

  /// A list of texts.
  func textList() throws(PipelineError) -> [String] {
    var texts: [String] = []
    for item in list() { texts.append(try item.text()) }
    return texts
  }

  /// The members of a mapping by name, after a check that only known keys are there.
  func members(_ keys: [ConfigurationKey]) throws(PipelineError) -> [String: CheckedNode] {
    guard case .mapping(let mapping) = node else {
      throw wrong(expected: "instellingen met een naam, zoals \"\(keys[0].name): …\"")
    }
    var members: [String: CheckedNode] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      guard keys.contains(where: { $0.name == name }) else { throw unknown(key, name, keys) }
      members[name] = CheckedNode(
        node: value, file: file, path: path.isEmpty ? name : path + "." + name)
    }
    for key in keys where key.isRequired && members[key.name] == nil {
      throw PipelineError(
        .configuration, "E502", file: file, line: line,
        facts: ["sleutel": path.isEmpty ? key.name : path + "." + key.name])
    }
    return members
  }

  private func unknown(_ key: Node, _ name: String, _ keys: [ConfigurationKey]) -> PipelineError {
    let suggestion = Spelling.nearest(to: name, among: keys.map(\.name))
    return PipelineError(
      .configuration, suggestion == nil ? "E501" : "E508", file: file, line: key.mark?.line ?? line,
      column: String(key.mark?.column ?? 1),
      facts: [
        "sleutel": name, "bedoelt": suggestion ?? "",
        "namen": keys.map(\.name).joined(separator: ", "),
      ])
  }
}

extension String {
  /// The text without blanks, tabs and line breaks at both ends.
  func trimmingBlanks() -> String {
    let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n", "\u{A0}"]
    var rest = Substring(self)
    while let first = rest.first, blanks.contains(first) { rest.removeFirst() }
    while let last = rest.last, blanks.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
