extension UnsafeMutablePointer<dirent> {
  /// The name of the entry. It is read where it lies: the type has room for the longest name, and the
  /// system's memory may end behind a shorter one.
  public var name: String {
    withUnsafePointer(to: &pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
    }
  }
}
