// swift-tools-version: 6.2
import PackageDescription

// bytes → lines → events → folds → rows → documents: each target imports the ones above it, only.

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "annals",
  products: [.executable(name: "annals", targets: ["CLI"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // What is true: dates, vocabulary, events, the line format, the log.
    .target(
      name: "Events",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: house
    ),
    // What follows: pure folds over the record.
    .target(
      name: "Projections",
      dependencies: ["Events", .product(name: "HeapModule", package: "swift-collections")],
      swiftSettings: house
    ),
    // The folds in SQLite; the only target that imports GRDB.
    .target(
      name: "Snapshot",
      dependencies: [
        "Projections", "Events",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: house
    ),
    // A timeline as a document, one file per format.
    .target(name: "Exports", dependencies: ["Projections", "Events"], swiftSettings: house),
    // The command; the only place that chooses concrete parts.
    .executableTarget(
      name: "CLI",
      dependencies: [
        "Events", "Projections", "Snapshot", "Exports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house
    ),

    // Feeds the readers of Events with what nobody should write; no product.
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Events", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Fuzz",
      exclude: ["Corpus", "check.sh"],
      swiftSettings: house
    ),

    .testTarget(
      name: "EventsTests",
      dependencies: ["Events"],
      exclude: ["Log/verify.py"],
      swiftSettings: house
    ),
    .testTarget(
      name: "ProjectionsTests",
      dependencies: ["Projections", "Events"],
      swiftSettings: house
    ),
    .testTarget(
      name: "SnapshotTests",
      dependencies: ["Snapshot", "Projections", "Events"],
      swiftSettings: house
    ),
    .testTarget(
      name: "ExportsTests",
      dependencies: ["Exports", "Projections", "Events"],
      exclude: ["Golden"],
      swiftSettings: house
    ),
    .testTarget(
      name: "CLITests",
      dependencies: ["CLI", "Projections", "Events"],
      swiftSettings: house
    ),
    .testTarget(name: "TranscriptTests", dependencies: ["CLI"], swiftSettings: house),
    .testTarget(name: "TidyTests", swiftSettings: house),
  ]
)
