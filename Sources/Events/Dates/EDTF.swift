/// A date as uncertain as its source left it: EDTF (ISO 8601-2:2019) of level 0, 1 or 2, verbatim.
///
/// Two dates are equal if they are written alike, byte for byte: `2016-05~` is not `~2016-~05`.
///
/// Where the specification leaves a choice, this is what is read here:
/// - `~ ? %` are kept and never widen the bounds.
/// - An interval needs a dated end: `/`, `../..`, `../` and `/..` say nothing and are refused,
///   as are `[..]` and `{..}`. `..2016` needs its brackets. Sets hold dates, not intervals.
/// - The end of an interval may be as coarse as its beginning (`2016-05/2016`), but must not
///   surely precede it. What each end says narrows the other.
/// - A time of day stands on a whole, plain day outside intervals and sets. 24:00:00 and the leap
///   second 23:59:60 (of UTC) are taken; the day is the one written.
/// - Years have four digits, or a `Y` and five to nine. There is no year -0000.
/// - The significant digits of a year are counted as written: `0050S2` is 0000 to 0099.
/// - A mask in the place of the month stands for months, never for seasons.
/// - A mask makes an interval level 2, even one that alone is level 1; every set is level 2.
package struct EDTF: Hashable, Sendable, CustomStringConvertible {
  /// The date as written.
  ///
  /// It is ASCII, so that comparing two of them compares their bytes.
  package let verbatim: String
  /// The bounds of its beginning.
  package let beginning: DayBounds
  /// The bounds of its end.
  package let end: DayBounds
  private let qualifier: DateQualifier
  private let levelByte: UInt8
  /// Whether it is written with `/`.
  package let isInterval: Bool
  /// Whether all its days lie in the years 0000 to 9999, as those of a log line must.
  package let isWithinLogYears: Bool

  /// The longest text that is read.
  static let bytesMax = 256

  package init(parsing text: String) throws(EDTFError) {
    let bytes = text.utf8Span.span
    let syntax: EDTFSyntax
    do throws(EDTFFault) {
      syntax = try EDTFSyntax(reading: bytes)
    } catch {
      throw EDTFError(error, in: bytes)
    }
    self.init(syntax, verbatim: text)
  }

  /// The date written in these bytes, all of them.
  package init(parsing bytes: Span<UInt8>) throws(EDTFError) {
    let syntax: EDTFSyntax
    do throws(EDTFFault) {
      syntax = try EDTFSyntax(reading: bytes)
    } catch {
      throw EDTFError(error, in: bytes)
    }
    self.init(syntax, verbatim: String(repairing: bytes))
  }

  private init(_ syntax: EDTFSyntax, verbatim: String) {
    self.verbatim = verbatim
    (beginning, end) = syntax.bounds
    qualifier = syntax.qualifier
    levelByte = syntax.level
    isInterval = syntax.isInterval
    isWithinLogYears = syntax.isWithinLogYears
  }

  /// The level of the specification that it needs: 0, 1 or 2.
  package var level: Int { Int(levelByte) }

  /// Whether any part of it is marked `~` or `%`.
  package var isApproximate: Bool { qualifier.contains(.approximate) }

  /// Whether any part of it is marked `?` or `%`.
  package var isUncertain: Bool { qualifier.contains(.uncertain) }

  package var description: String { verbatim }

  package static func == (left: EDTF, right: EDTF) -> Bool {
    left.verbatim == right.verbatim
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(verbatim)
  }
}
