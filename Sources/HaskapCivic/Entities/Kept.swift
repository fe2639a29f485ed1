internal import Synchronization

/// A value that is made when somebody first asks for it, and kept from then on.
final class Kept<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  /// Nil where nobody has asked for it yet.
  var known: Value? { value.withLock { $0 } }

  /// Others that ask meanwhile wait, so that nothing is made twice. What fails is tried again.
  func value(_ make: () throws -> sending Value) throws -> Value {
    try value.withLock { value in
      if let value { return value }
      let made = try make()
      value = made
      return made
    }
  }
}
