/// The places of printed cells by their names, one code after another.
///
/// Whoever walks over combinations of codes keeps the node that was reached and asks for the next code
/// only: no name is put together for a cell that nobody printed.
struct CellPlaces {
  private struct Edge: Hashable {
    let node: Int
    let dimension: Int
    let code: Int
  }

  private var edges: [Edge: Int] = [:]
  /// Per node the place of its cell, −1 when it is only on the way to others.
  private var cells: [Int] = [-1]

  /// The node of a measure in a release, without codes; nil when nothing of it is printed.
  func root(measure: Int, release: Int) -> Int? {
    edges[Edge(node: 0, dimension: -1 - measure, code: release)]
  }

  /// The node after one more code; nil when no printed cell has these codes first.
  func node(after node: Int, _ code: DimensionCode) -> Int? {
    edges[Edge(node: node, dimension: code.dimension, code: code.code)]
  }

  /// The place of the cell of a node, or nil when nobody prints it.
  func place(at node: Int) -> Int? { cells[node] < 0 ? nil : cells[node] }

  /// The place of a cell, or nil when nobody prints it.
  subscript(key: CellKey) -> Int? {
    guard var node = root(measure: key.measure, release: key.release) else { return nil }
    for code in key.codes {
      guard let next = self.node(after: node, code) else { return nil }
      node = next
    }
    return place(at: node)
  }

  /// Sets the place of a cell.
  mutating func insert(_ place: Int, for key: CellKey) {
    var node = step(Edge(node: 0, dimension: -1 - key.measure, code: key.release))
    for code in key.codes {
      node = step(Edge(node: node, dimension: code.dimension, code: code.code))
    }
    cells[node] = place
  }

  private mutating func step(_ edge: Edge) -> Int {
    if let node = edges[edge] { return node }
    edges[edge] = cells.count
    cells.append(-1)
    return cells.count - 1
  }
}
