/// Unpacks a file piece by piece.
protocol Unpacking: AnyObject {
  static var kind: String { get }

  /// Fills a buffer as far as it can.
  ///
  /// - Parameter more: gives the next bytes of the file, none at its end.
  /// - Returns: how many bytes there are now; 0 at the end.
  /// - Throws: `UnpackingDamage`, and what `more` throws.
  func unpack(into buffer: inout [UInt8], more: () throws -> [UInt8]) throws -> Int
}

/// Why a file cannot be unpacked.
struct UnpackingDamage: Error {
  /// In the words of the library.
  var reason: String
}
