internal import CLibrary

/// Threads that read, make and index side by side; nothing is kept from one piece to the next.
final class Workers {
  static let count = SystemThread.processorCount
  static var all: [Workers] { (0..<count).map { _ in Workers() } }
}
