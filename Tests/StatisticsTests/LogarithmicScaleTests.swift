import Testing

@testable import Statistics

@Suite("Logarithmic scale")
struct LogarithmicScaleTests {
  private let scale = LogarithmicScale([
    .init(value: 50, score: 10), .init(value: 0.01, score: 1), .init(value: 0.1, score: 3),
    .init(value: 1, score: 5), .init(value: 10, score: 7), .init(value: 25, score: 9),
  ])

  @Test(
    "The worked values of the size of a problem",
    arguments: [
      (0.05, 2.3979400086720375), (5, 6.3979400086720375), (12, 7.39795569343158),
      (20, 8.51294159473206), (30, 9.263034405833793), (40, 9.678071905112638), (0.01, 1),
      (0.1, 3), (1, 5), (10, 7), (25, 9), (50, 10), (80, 10), (0.0099, 0), (0, 0), (-3, 0),
    ])
  func worked(value: Double, score: Double) {
    #expect(abs(scale.score(value) - score) < 1e-12)
  }

  @Test("Without knots every score is 0")
  func empty() { #expect(LogarithmicScale([]).score(5) == 0) }
}
