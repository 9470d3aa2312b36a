import History
import Testing

@Test func errorsThatAskForDifferentAdviceDiffer() {
  #expect(HistoryError.missing != .damaged)
  #expect(HistoryError.unusable(reason: "vol") != .unusable(reason: "alleen lezen"))
}
