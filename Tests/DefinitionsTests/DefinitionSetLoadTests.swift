import Definitions
import TestSupport
import Testing
import WijkModel

@Suite("The shipped definitions")
struct ShippedDefinitionsTests {
  @Test("The shipped definitions are free of mistakes")
  func load() throws {
    do {
      let set = try DefinitionSet.load(from: ProjectFolder.definitions.path)
      #expect(set.hash.count == 64)
    } catch {
      for problem in error.problems { Issue.record("\(problem)") }
    }
  }
}
