/// A thread of the system that runs one closure. Whoever lets go of it waits for the closure to
/// return.
public final class SystemThread {
  /// The system has no more threads; its number of the error.
  public struct Refused: Error {
    public var code: Int32
  }

  // What tells a thread differs: a number, or a pointer that may be nil.
  #if canImport(Glibc)
    private typealias Handle = pthread_t
    private static var none: Handle { pthread_t() }
  #else
    private typealias Handle = pthread_t?
    private static var none: Handle { nil }
  #endif

  private let thread: Handle

  /// How many run side by side.
  public static let processorCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  public init(_ body: @escaping @Sendable () -> Void) throws(Refused) {
    var thread = Self.none
    let box = Unmanaged.passRetained(Body(run: body))
    let code = pthread_create(&thread, nil, { SystemThread.run($0) }, box.toOpaque())
    guard code == 0 else {
      box.release()
      throw Refused(code: code)
    }
    self.thread = thread
  }

  deinit {
    #if canImport(Glibc)
      pthread_join(thread, nil)
    #else
      if let thread { pthread_join(thread, nil) }
    #endif
  }

  private static func run(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    SystemMemory.prepareThread()
    if let box { Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run() }
    return nil
  }

  private final class Body {
    let run: @Sendable () -> Void
    init(run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
