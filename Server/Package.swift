// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with: Swift 6 mode, warnings are errors.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// The pages and the HTTP interface; apart, so that whoever only searches never resolves or builds
/// what they need.
let package = Package(
  name: "haskap-server",
  products: [.executable(name: "haskap-server", targets: ["haskap-server"])],
  dependencies: [
    .package(name: "haskap", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(name: "CGzip", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "COpenAPI", exclude: ["openapi.json", "openapi_documents.json"]),
    .target(
      name: "HaskapServer",
      dependencies: [
        "CGzip",
        "COpenAPI",
        .product(name: "CMemory", package: "haskap"),
        .product(name: "Haskap", package: "haskap"),
        .product(name: "HaskapCivic", package: "haskap"),
        .product(name: "HaskapDocuments", package: "haskap"),
        .product(name: "HaskapSentences", package: "haskap"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [.embedInCode("Resources")], swiftSettings: strict),
    .executableTarget(
      name: "haskap-server",
      dependencies: [
        "HaskapServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HaskapServerTests",
      dependencies: [
        "HaskapServer",
        .product(name: "Haskap", package: "haskap"),
        .product(name: "HaskapCivic", package: "haskap"),
        .product(name: "HaskapDocuments", package: "haskap"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
