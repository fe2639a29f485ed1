import Glibc
import Synchronization

@testable import Haskap

extension SystemCalls {
  /// Forces nothing to the disk, which only a loss of power could tell, and which takes long.
  static var withoutForce: SystemCalls {
    var system = SystemCalls()
    system.synchronize = { _ in 0 }
    return system
  }
}

/// System calls of which the one with a given number goes wrong: the double of a full or broken
/// disk. Everything is counted: what writes and, but for a full disk, what reads.
final class FaultyCalls: Sendable {
  enum Fault: Sendable, Equatable, CaseIterable {
    /// No room, from this call on.
    case full
    /// The disk does not answer, once.
    case broken
    /// Half of the bytes are written, once; and then there is no room.
    case halfThenFull
    /// Half of the bytes are written, once, which is no error.
    case half
  }

  private let fault: Fault
  private let faultyCall: Int
  private let calls = Atomic(0)

  init(_ fault: Fault, atCall call: Int) {
    self.fault = fault
    faultyCall = call
  }

  /// Whether the faulty call was reached.
  var happened: Bool { calls.load(ordering: .relaxed) > faultyCall }

  var system: SystemCalls {
    let real = SystemCalls.withoutForce
    var system = real
    system.create = { self.code() ?? real.create($0) }
    system.write = { file, bytes, count in
      let (call, part) = self.next(count)
      if let code = self.error(at: call) {
        errno = code
        return -1
      }
      return real.write(file, bytes, part)
    }
    system.synchronize = { self.code() ?? real.synchronize($0) }
    system.close = { file in
      let code = self.code()
      let closed = real.close(file)
      return code ?? closed
    }
    system.rename = { self.code() ?? real.rename($0, $1) }
    system.remove = { self.code() ?? real.remove($0) }
    guard fault == .broken else { return system }
    system.open = { self.code() ?? real.open($0) }
    system.nextEntry = { self.code() == nil ? real.nextEntry($0) : nil }
    return system
  }

  private func next(_ count: Int) -> (call: Int, part: Int) {
    let call = calls.add(1, ordering: .relaxed).oldValue
    let isHalf = call == faultyCall && (fault == .half || fault == .halfThenFull)
    return (call, isHalf ? (count + 1) / 2 : count)
  }

  private func code() -> Int32? {
    guard let code = error(at: next(0).call) else { return nil }
    errno = code
    return -1
  }

  private func error(at call: Int) -> Int32? {
    switch fault {
    case .full: call >= faultyCall ? ENOSPC : nil
    case .broken: call == faultyCall ? EIO : nil
    case .halfThenFull: call > faultyCall ? ENOSPC : nil
    case .half: nil
    }
  }
}
