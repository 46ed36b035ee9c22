import Testing

@testable import Events

/// Nobody sees more of what is derived from a log than of the log.
@Suite struct SharingTests {
  private func sharing(_ permissions: UInt32, group: UInt32 = 7) -> Sharing {
    Sharing(permissions: permissions, group: group)
  }

  @Test(arguments: [
    (0o600, 0o600, false), (0o600, 0o640, true), (0o600, 0o604, true), (0o640, 0o640, false),
    (0o640, 0o660, true), (0o660, 0o640, false), (0o644, 0o644, false), (0o640, 0o644, true),
  ])
  func `in one group what counts are the bits`(log: UInt32, other: UInt32, isExceeded: Bool) {
    #expect(sharing(log).isExceeded(by: sharing(other)) == isExceeded)
  }

  @Test(arguments: [
    (0o640, 0o640, true), (0o644, 0o640, false), (0o604, 0o640, true), (0o600, 0o600, false),
    (0o604, 0o604, true), (0o644, 0o644, false), (0o664, 0o664, true),
  ])
  func `another group has what everybody has`(log: UInt32, other: UInt32, isExceeded: Bool) {
    #expect(sharing(log).isExceeded(by: sharing(other, group: 8)) == isExceeded)
  }

  @Test(arguments: [
    (0o660, 0o600), (0o640, 0o600), (0o644, 0o644), (0o664, 0o644), (0o666, 0o666), (0o604, 0o600),
  ])
  func `what cannot be given to the group is given to nobody beyond everybody`(
    log: UInt32,
    other: UInt32
  ) {
    #expect(0o600 | sharing(log).withoutGroup.permissions == other)
  }

  @Test func `the right to run a file is nobody's`() {
    #expect(sharing(0o755).permissions == 0o044)
  }
}
