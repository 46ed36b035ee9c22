/// With whom a file is shared: whether its group, or everybody, may read or write it.
///
/// What annals makes of a log is shared as the log is, and no further.
package struct Sharing: Hashable, Sendable {
  /// Nobody but the owner.
  package static let ownerAlone = Sharing(permissions: 0, group: nil)

  /// Permission bits of the group and of others.
  let permissions: UInt32
  /// The group to which the bits apply; nil where there are none.
  let group: UInt32?

  init(permissions: UInt32, group: UInt32?) {
    self.permissions = permissions & 0o066
    self.group = group
  }

  /// The same for a file that belongs to another group: its members get what everybody has, and
  /// everybody no more than the log's group has.
  var withoutGroup: Sharing {
    let everybody = permissions & 0o006 & (permissions >> 3)
    return Sharing(permissions: everybody << 3 | everybody, group: nil)
  }

  /// Whether `other` lets somebody do what this does not.
  package func isExceeded(by other: Sharing) -> Bool {
    let own = other.group == group ? self : withoutGroup
    return other.permissions & ~own.permissions != 0
  }
}
