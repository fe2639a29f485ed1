internal import Glibc

/// An open file of the operating system, closed when it goes out of scope.
struct FileDescriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { if number >= 0 { close(number) } }
}
