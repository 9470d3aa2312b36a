import Exporters
import Foundation
import TestSupport
import Testing

@Suite("JSON")
struct JSONTextTests {
  private let value: JSONValue = [
    "b": .integer(-51), "a": .list([.text("x"), .null, .flag(true), .number(0.5)]),
    "leeg": .list([]),
    "ook": .object([JSONMember]()),
  ]

  @Test("Members keep their order")
  func compact() {
    #expect(
      JSONText.write(value, layout: .compact)
        == #"{"b":-51,"a":["x",null,true,0.5],"leeg":[],"ook":{}}"#)
  }

  @Test("What does not fit on a line is broken up, two blanks per level")
  func indented() {
    let long = String(repeating: "x", count: 60)
    let value: JSONValue = [
      "kort": .list([.integer(1), .integer(2)]), "lang": .list([.text(long), .text(long)]),
    ]
    #expect(
      JSONText.write(value) == """
        {
          "kort": [1,2],
          "lang": [
            "\(long)",
            "\(long)"
          ]
        }

        """)
  }

  @Test("Numbers have no exponent, and what is no number is null")
  func numbers() {
    let value: JSONValue = .list([.number(1e-7), .number(-0.0), .number(.nan), .number(3)])
    #expect(JSONText.write(value, layout: .compact) == "[0.0000001,0,null,3]")
  }

  @Test("Another reader sees the same", arguments: 1...30)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<8).map { _ in NastyText.random(&random) }
    for layout in [JSONText.Layout.compact, .indented] {
      let text = JSONText.write(["t": .list(texts.map { .text($0) })], layout: layout)
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [String]]
      let same = object?["t"].map { Array($0.joined(separator: "§").unicodeScalars) }
      #expect(same == Array(texts.joined(separator: "§").unicodeScalars), "seed \(seed)")
    }
  }
}
