/// The tables of a snapshot, documented where any SQLite browser shows it.
enum Schema {
  /// Grows with every change of a table, an index or a view.
  static let version = 4
  /// Grows with every change of what a fold derives, or of how words are folded.
  static let foldVersion = 5
  /// "anls": tells a snapshot from other SQLite databases.
  static let application = 0x616E_6C73

  /// Creates the tables and views; indexes follow once the rows are in.
  static func create(in connection: Connection) throws(SnapshotError) {
    try connection.script(tables)
    try connection.script(derivedTables)
    try connection.script(views)
    // The number is that of `application`.
    try connection.script("PRAGMA application_id = 1634626675; PRAGMA user_version = 4;")
  }

  static func createIndexes(in connection: Connection) throws(SnapshotError) {
    try connection.script(indexes)
  }

  private static let tables: StaticString = """
    CREATE TABLE meta (
      -- Up to where this snapshot was built from the log. One row.
      -- The snapshot is disposable: annals makes it anew from events.log.
      only INTEGER PRIMARY KEY CHECK (only = 1),
      position INTEGER NOT NULL,     -- the last line that was taken in
      offset INTEGER NOT NULL,       -- bytes of the log up to the end of that line
      hash TEXT NOT NULL,            -- the hash of that line
      recorded TEXT,                 -- when it was recorded (UTC)
      words_position INTEGER NOT NULL, -- the last line whose words can be searched
      fold_version INTEGER NOT NULL  -- the version of the rules by which everything was derived
    ) STRICT;

    CREATE TABLE events (
      -- Every line of the log, as corrected. Withdrawn events stay, with retracted_by.
      position INTEGER PRIMARY KEY,  -- the line in events.log
      id TEXT,                       -- the event's id, unique; null if the line was withheld
      kind TEXT,                     -- what sort of event: arrest, sentence, person …
      date TEXT,                     -- when it happened, as recorded (EDTF)
      earliest TEXT,                 -- the first day on which it can have begun (YYYY-MM-DD)
      latest TEXT,                   -- the last day on which it can have begun (YYYY-MM-DD)
      day_order INTEGER,             -- the order among events of the same days, if one is recorded
      title TEXT,                    -- the event in one line
      text TEXT,                     -- a longer account
      place TEXT,                    -- where: entities.id
      certainty TEXT,                -- confirmed, reported, believed, disputed
      recorded TEXT,                 -- when it was recorded (UTC)
      recorded_by TEXT,              -- who recorded it
      account_of TEXT,               -- another account of this happening: events.id
      case_label TEXT,               -- the case, as the event names it: entities.id, or a label
      is_happening INTEGER NOT NULL, -- 1 if it says that something happened
      rank INTEGER,                  -- the line that prefers this account; 0 if deprecated
      shown INTEGER NOT NULL,        -- 1 if views use it: in force, and the preferred account
      retracted_by TEXT,             -- the retraction that withdrew it: events.id
      withheld INTEGER NOT NULL,     -- 1 if the content of the line was withheld
      offset INTEGER NOT NULL,       -- the byte of events.log at which its line begins
      bytes INTEGER NOT NULL,        -- how many bytes the line has
      content TEXT                   -- what it says as corrected (JSON); null if never corrected
    ) STRICT;

    CREATE TABLE event_persons (
      -- Whom an event happened to, or concerns.
      position INTEGER NOT NULL,     -- events.position
      number INTEGER NOT NULL,       -- the order in the event, from 0
      person TEXT NOT NULL,          -- the id that the event names
      canonical TEXT NOT NULL,       -- the id under which views show that person: entities.id
      PRIMARY KEY (position, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE actors (
      -- Who did something or took part, and as what.
      position INTEGER NOT NULL,     -- events.position
      number INTEGER NOT NULL,       -- the order in the event, from 0
      actor TEXT NOT NULL,           -- entities.id
      role TEXT NOT NULL,            -- authority, court, judge …
      PRIMARY KEY (position, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE citations (
      -- Where an event is taken from.
      position INTEGER NOT NULL,     -- events.position
      number INTEGER NOT NULL,       -- the order in the event, from 0
      source TEXT NOT NULL,          -- entities.id
      at TEXT,                       -- page, paragraph, timecode
      via TEXT,                      -- the source actually read: entities.id
      quote TEXT,                    -- the words of the source
      lang TEXT,                     -- the language of the quote
      PRIMARY KEY (position, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tags (
      -- Free labels of events.
      position INTEGER NOT NULL,     -- events.position
      number INTEGER NOT NULL,       -- the order in the event, from 0
      tag TEXT NOT NULL,             -- the label
      PRIMARY KEY (position, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE refs (
      -- What an event refers to between events and in its details; see also event_persons, actors,
      -- citations and events.place.
      position INTEGER NOT NULL,     -- events.position of the event that refers
      number INTEGER NOT NULL,       -- the order in the event, from 0
      path TEXT NOT NULL,            -- where in the event: after[0], details.of …
      event TEXT,                    -- the event referred to: events.id
      entity TEXT,                   -- whoever or whatever is referred to: entities.id
      PRIMARY KEY (position, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE plans (
      -- For when events announce what is still to happen.
      position INTEGER PRIMARY KEY,  -- events.position
      earliest TEXT,                 -- the first day on which it can be; null: open, or far away
      latest TEXT                    -- the last day on which it can be; null: open, or far away
    ) STRICT;

    CREATE TABLE demands (
      -- What a declaration or decision demands; a row for each person it is demanded for.
      position INTEGER NOT NULL,     -- events.position
      number INTEGER NOT NULL,       -- the order in the event, from 0
      demand TEXT,                   -- the demand's own id in its event
      what TEXT NOT NULL,            -- release, compensation, investigation …
      text TEXT,                     -- in the words of the source
      addressee TEXT,                -- who is to act
      person TEXT,                   -- for whom; null for nobody in particular
      PRIMARY KEY (position, number)
    ) STRICT, WITHOUT ROWID;
    """

  private static let derivedTables: StaticString = """
    CREATE TABLE amendments (
      -- Which event corrects or withdraws which.
      amendment INTEGER NOT NULL,    -- events.position of the correction or retraction
      target INTEGER NOT NULL,       -- events.position of what it amends
      applied INTEGER NOT NULL,      -- 1 if it is in force
      PRIMARY KEY (amendment, target)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE merges (
      -- Ids that became names of another.
      id TEXT PRIMARY KEY,           -- the id that was merged
      canonical TEXT NOT NULL        -- the id under which views show it: entities.id
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entities (
      -- Persons, organisations, places, sources and cases.
      id TEXT PRIMARY KEY,           -- the id by which events refer to it
      sort TEXT NOT NULL,            -- person, organisation, place, source, case
      canonical TEXT NOT NULL,       -- the id under which views show it, if it was merged
      name TEXT NOT NULL,            -- the name under which views show it
      form TEXT,                     -- what kind of organisation, place or source
      is_group INTEGER NOT NULL,     -- 1 if it stands for several people
      withdrawn INTEGER NOT NULL,    -- 1 if the registration was withdrawn
      position INTEGER NOT NULL      -- the registration: events.position
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE names (
      -- Every name in every script, for finding; what views show is entities.name.
      entity TEXT NOT NULL,          -- entities.id
      number INTEGER NOT NULL,       -- the order in the registration, from 0
      text TEXT NOT NULL,            -- the name as recorded
      lang TEXT,                     -- its language
      script TEXT,                   -- its script
      kind TEXT,                     -- main, alias, transliteration, patronymic, as_written
      exact_key TEXT NOT NULL,       -- without case, diacritics and look-alike letters
      sound_key TEXT NOT NULL,       -- the same for a name and its usual romanisations
      PRIMARY KEY (entity, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE name_words (
      -- The words of names, folded to sounds.
      word TEXT NOT NULL,            -- a word as its sounds
      entity TEXT NOT NULL,          -- whoever bears it: entities.id
      PRIMARY KEY (word, entity)
    ) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE event_words
      -- The words of every event in force, folded to sounds; rowid is events.position.
      USING fts5(title, rest, content='', columnsize=0, detail=column, tokenize='ascii');

    CREATE TABLE spells (
      -- What the record says of a person's liberty, asked about any day: a row for each stretch of
      -- days of which it says the same. See also unswept.
      person TEXT NOT NULL,          -- entities.id
      number INTEGER NOT NULL,       -- the order, from 0
      from_day TEXT NOT NULL,        -- the first day of which it says so
      to_day TEXT,                   -- the first day of which it says something else; null: none
      liberty TEXT NOT NULL,         -- the state: imprisoned, at_liberty …
      held INTEGER NOT NULL,         -- 1 if that state counts as held
      since TEXT,                    -- since when, as is known of these days (EDTF)
      confirmed_until TEXT,          -- the last day to which that is confirmed; null if it never
                                     -- was; 9999-12-31 if nothing makes it less sure
      PRIMARY KEY (person, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE unswept (
      -- Whose history is too long to say where they stood on every day: read their events.
      person TEXT PRIMARY KEY        -- entities.id
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE last_known (
      -- The last known state of everybody, from everything that is recorded, whatever the day is.
      -- Whether it is still so is for `annals status` to say, which knows the day.
      person TEXT PRIMARY KEY,       -- entities.id
      liberty TEXT,                  -- the state; null for a group
      held INTEGER,                  -- 1 if that state counts as held; null for a group
      since TEXT,                    -- since when (EDTF)
      held_since TEXT,               -- since when held without a break (EDTF)
      last_evidence TEXT,            -- the last day of which anything is known
      end_earliest TEXT,             -- the first day on which the person is due out
      end_latest TEXT,               -- the last day on which the person is due out
      place TEXT,                    -- where: entities.id
      process TEXT NOT NULL,         -- the state of the case: charged, convicted …
      certainty TEXT                 -- confirmed, reported, believed, disputed
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE statuses (
      -- What the record answers to where everybody stands, on every day by which all that is
      -- recorded of them has begun: a row for each stretch of days of which it answers the same.
      -- On a day before the first row the events have to be read.
      person TEXT NOT NULL,          -- entities.id
      from_day TEXT NOT NULL,        -- the first day; it holds until that of the next row
      status TEXT NOT NULL,          -- JSON as of `annals status`: without person, name and as_of;
                                     -- with end_reason, why no end is expected
      PRIMARY KEY (person, from_day)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recognitions (
      -- What bodies, courts and organisations hold of a person's case.
      person TEXT NOT NULL,          -- entities.id
      number INTEGER NOT NULL,       -- the order, from 0
      what TEXT NOT NULL,            -- listed_political_prisoner, wgad_arbitrary …
      by_whom TEXT,                  -- who: entities.id, or the name of a list
      since TEXT NOT NULL,           -- since when (EDTF)
      PRIMARY KEY (person, number)
    ) STRICT, WITHOUT ROWID;
    """
}
