/// The cells of a sheet that hold something, by row and column.
///
/// A file may name any row and any column, in any order, so only what stands there takes memory.
struct SheetCells {
  /// A cell by its row and column, from 1 and 0.
  struct Place: Hashable {
    let row: Int
    let column: Int
  }

  /// The cells of a row, by column.
  struct Row {
    /// The number, from 1.
    let number: Int
    fileprivate(set) var cells: [(column: Int, text: String)] = []

    /// The texts of all columns up to the last one that holds something.
    var texts: [String] {
      var texts: [String] = []
      texts.reserveCapacity((cells.last?.column ?? 0) + 1)
      for cell in cells {
        while texts.count < cell.column { texts.append("") }
        texts.append(cell.text)
      }
      return texts
    }

    /// The texts of some columns.
    func texts(in columns: Range<Int>) -> [String] {
      columns.map { text(in: $0) ?? "" }
    }

    /// What stands in a column.
    func text(in column: Int) -> String? {
      let place = place(of: column)
      return cells.indices.contains(place) && cells[place].column == column
        ? cells[place].text : nil
    }

    fileprivate mutating func set(_ column: Int, _ text: String) {
      // Programs write cells in order.
      if (cells.last?.column ?? -1) < column {
        cells.append((column, text))
        return
      }
      let place = place(of: column)
      if cells[place].column == column {
        cells[place].text = text
      } else {
        cells.insert((column, text), at: place)
      }
    }

    /// Where a column stands or would stand.
    private func place(of column: Int) -> Int {
      var (low, high) = (0, cells.count)
      while low < high {
        let middle = (low + high) / 2
        if cells[middle].column < column { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private var found: [Row] = []
  private var places: [Int: Int] = [:]

  /// The rows that hold something, in order.
  var rows: [Row] {
    let isInOrder = zip(found, found.dropFirst()).allSatisfy { $0.number < $1.number }
    return isInOrder ? found : found.sorted { $0.number < $1.number }
  }

  /// What stands in a cell; nil for one that is empty.
  subscript(place: Place) -> String? {
    places[place.row].flatMap { found[$0].text(in: place.column) }
  }

  /// Puts a text in a cell; the last one counts.
  mutating func set(_ place: Place, _ text: String) {
    if let last = found.indices.last, found[last].number == place.row {
      found[last].set(place.column, text)
      return
    }
    let index = places[place.row] ?? found.count
    if index == found.count {
      places[place.row] = index
      found.append(Row(number: place.row))
    }
    found[index].set(place.column, text)
  }
}
