/// What each target may import, and the few files that may do what others may not.
///
/// A new file joins a list only with a reason that a reader would accept.
enum Rooms {
  /// bytes → lines → events → folds → rows → documents: each sees the ones before it, only.
  static let imports: [String: Set<String>] = [
    "Events": ["Crypto", "Dispatch", "Glibc", "Synchronization"],
    "Projections": ["Events", "HeapModule"],
    "Snapshot": ["Events", "Projections", "GRDB", "GRDBSQLite", "Glibc"],
    "Exports": ["Events", "Projections"],
    "CLI": [
      "Events", "Projections", "Snapshot", "Exports", "ArgumentParser", "Foundation", "Glibc",
      "Synchronization",
    ],
  ]

  /// Files that touch memory or the operating system by hand.
  static let unsafeFiles: Set<String> = [
    "Sources/CLI/Outside/Outside.swift",
    "Sources/CLI/Output/OutputFile.swift",
    "Sources/CLI/Output/OutputPlace.swift",
    "Sources/CLI/Outside/StandardStreams.swift",
    "Sources/CLI/Output/Printer.swift",
    "Sources/Events/Line/LineHash.swift",
    "Sources/Events/Line/LinePiece.swift",
    "Sources/Events/Line/ValueScanner.swift",
    "Sources/Events/Log/DiskCalls.swift",
    "Sources/Events/Log/OpenFile.swift",
    "Sources/Events/Log/SystemError.swift",
    "Sources/Snapshot/Opening/SnapshotFile.swift",
    "Sources/Snapshot/Store/PositionLookup.swift",
    "Sources/Snapshot/Store/RowInserter.swift",
  ]

  /// Files whose declarations outsiders may rely on; between our targets, `package` is enough.
  static let publicFiles: Set<String> = []
}
