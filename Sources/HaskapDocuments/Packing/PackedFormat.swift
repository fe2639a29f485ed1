/// A library that unpacks the members of a file, one after another.
protocol PackedFormat: AnyObject {
  static var name: String { get }
  /// What a member begins with.
  static var mark: [UInt8] { get }

  /// Nil where there is no memory.
  init?()

  /// Gets ready for the member that begins with these bytes.
  ///
  /// - Returns: how many bytes before it are none of it.
  func begin(_ next: ArraySlice<UInt8>) throws(UnpackingDamage) -> Int

  /// Unpacks what it can of the source into the target.
  func unpack(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) throws(UnpackingDamage) -> UnpackingStep
}

/// What was done at once.
struct UnpackingStep {
  /// Bytes of the source.
  var read: Int
  /// Bytes of the target.
  var written: Int
  var endsMember: Bool
}

/// Why a file cannot be unpacked.
struct UnpackingDamage: Error {
  /// In the words of the library.
  var reason: String
}
