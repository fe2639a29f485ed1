/// The variables of this process, for the programs that it starts.
public enum SystemEnvironment {
  /// `NAME=VALUE` each, with nil at the end.
  public static var variables: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    #if canImport(Darwin)
      return _NSGetEnviron().pointee
    #else
      return environ
    #endif
  }
}
