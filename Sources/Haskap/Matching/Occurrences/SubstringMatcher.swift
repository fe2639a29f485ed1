/// Finds where one string of characters occurs in one field of a segment, window by window.
///
/// A window is asked in two steps: `narrow` finds the documents, and for those whose score matters
/// `begin` and `read` give the occurrences. Positions are looked at no sooner than they decide.
protocol SubstringMatcher: AnyObject {
  /// An upper bound of the documents.
  var cost: Int { get }
  /// The number of documents, deleted ones included, where no look at them is needed.
  var knownCount: Int? { get }

  /// Writes for every cell of the grid an upper bound of `weight × t / (k1 + t)`, where `t` is the
  /// sum of BM25F if all occurrences are whole words; at least 1 where a document may match, 0
  /// where none does.
  func ceilings(
    _ grid: WindowGrid, weight: Float, into ceilings: UnsafeMutablePointer<UInt32>) throws

  /// False where the string surely occurs in no document of the window.
  func mayMatch(_ window: Window) -> Bool

  /// Leaves of the window's documents those where the string occurs.
  ///
  /// - Parameter frequencies: gets by index in the window how often it occurs; nil when nobody
  ///   asks, and then `begin` may not be called for this window.
  func narrow(
    _ window: Window, _ words: Bits.Words, into frequencies: UnsafeMutablePointer<UInt32>?) throws

  /// Prepares to read the occurrences in some of the documents that the last `narrow` left.
  func begin(_ window: Window, _ wanted: Bits.Words) throws

  /// Adds occurrences to the batch until it is full; false when there are no more. A document may
  /// come more than once.
  func read(into batch: inout OccurrenceBatch) throws -> Bool
}
