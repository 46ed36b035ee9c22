import GRDB

enum X { static let v = Configuration() }
