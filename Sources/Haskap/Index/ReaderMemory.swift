internal import Synchronization

/// What those who read a snapshot keep with it, one object of each type.
final class ReaderMemory: Sendable {
  private let objects = Mutex<[ObjectIdentifier: any AnyObject & Sendable]>([:])

  func object<Object: AnyObject & Sendable>(_ make: () -> Object) -> Object {
    objects.withLock { objects in
      let type = ObjectIdentifier(Object.self)
      if let known = objects[type] { return unsafeDowncast(known, to: Object.self) }
      let made = make()
      objects[type] = made
      return made
    }
  }
}
