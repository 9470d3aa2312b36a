import DisclosureControl
import Testing

@Suite("Texts for machines")
struct MachineTextTests {
  @Test(
    "Signs that JSON forbids are escaped",
    arguments: [
      ("\"\\/", #""\"\\/""#), ("a\nb\r\t", #""a\nb\r\t""#),
      ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
      ("\u{2028}é👩", #""\u2028é👩""#),
    ])
  func quoted(text: String, expected: String) {
    #expect(MachineText.quoted(text) == expected)
  }
}
