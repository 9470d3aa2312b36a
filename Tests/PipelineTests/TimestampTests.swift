import Testing

@testable import Pipeline

@Suite("Moments as text")
struct TimestampTests {
  @Test(
    "Seconds and their text",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
      (951_868_799, "2000-02-29T23:59:59Z"), (1_795_315_502, "2026-11-22T02:45:02Z"),
    ])
  func text(_ seconds: Int, _ text: String) {
    #expect(Timestamp.text(seconds) == text)
    #expect(Timestamp.seconds(text) == seconds)
  }

  @Test(
    "What is no moment is none",
    arguments: ["", "gisteren", "2026-02-30T00:00:00Z", "2026-11-22T02:45:02", "1-2-3-4-5-6-7"])
  func wrong(_ text: String) {
    #expect(Timestamp.seconds(text) == nil)
  }
}
