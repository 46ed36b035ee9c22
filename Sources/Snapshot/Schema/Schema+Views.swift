extension Schema {
  static let indexes: StaticString = """
    CREATE UNIQUE INDEX events_by_id ON events (id);
    CREATE INDEX events_by_place ON events (place) WHERE place IS NOT NULL;
    CREATE INDEX events_by_case ON events (case_label) WHERE case_label IS NOT NULL;
    CREATE INDEX events_by_account
      ON events (account_of, shown, retracted_by, is_happening, rank, certainty)
      WHERE account_of IS NOT NULL;
    CREATE INDEX events_of_record ON events (kind) WHERE is_happening = 0;
    CREATE INDEX events_ahead ON events (earliest)
      WHERE kind IN ('trial', 'meeting', 'protest', 'election');
    CREATE INDEX events_meeting_demands ON events (kind)
      WHERE kind = 'compliance' OR kind = 'release';
    CREATE INDEX events_withheld ON events (withheld) WHERE withheld = 1;
    CREATE INDEX event_persons_by_person ON event_persons (person);
    CREATE INDEX actors_by_actor ON actors (actor);
    CREATE INDEX citations_by_source ON citations (source);
    CREATE INDEX citations_by_via ON citations (via) WHERE via IS NOT NULL;
    CREATE INDEX tags_by_tag ON tags (tag);
    CREATE INDEX refs_by_event ON refs (event) WHERE event IS NOT NULL;
    CREATE INDEX refs_by_entity ON refs (entity, path) WHERE entity IS NOT NULL;
    CREATE INDEX demands_by_person ON demands (person);
    CREATE INDEX amendments_by_target ON amendments (target);
    CREATE INDEX merges_by_canonical ON merges (canonical);
    CREATE INDEX entities_by_canonical ON entities (canonical);
    CREATE INDEX entities_by_sort ON entities (sort);
    CREATE INDEX names_by_exact_key ON names (exact_key);
    CREATE INDEX names_by_sound_key ON names (sound_key);
    CREATE INDEX name_words_by_entity ON name_words (entity);
    CREATE INDEX last_known_by_liberty ON last_known (liberty);
    CREATE INDEX spells_by_day ON spells (liberty, from_day);
    """

  static let views: StaticString = """
    CREATE VIEW timeline AS
      -- What happened, in the order in which it happened: the preferred account of each happening.
      SELECT e.date, e.earliest, e.latest, e.kind, e.title,
        (SELECT group_concat(coalesce(n.name, p.canonical), ', ')
          FROM event_persons p LEFT JOIN entities n ON n.id = p.canonical
          WHERE p.position = e.position) AS persons,
        e.place, e.certainty,
        (SELECT group_concat(c.source, ', ') FROM citations c WHERE c.position = e.position)
          AS sources,
        e.id, e.position
      FROM events e
      WHERE e.shown = 1
      ORDER BY coalesce(e.earliest, e.latest), e.latest IS NULL, e.latest, e.day_order,
        e.position;

    CREATE VIEW held AS
      -- Everybody who is held as far as is known, longest first. Look at last_evidence: nothing may
      -- have been heard of somebody for long.
      SELECT k.person, coalesce(n.name, k.person) AS name, k.liberty, k.held_since, k.since,
        k.last_evidence, k.end_earliest, k.end_latest, k.place, k.process, k.certainty
      FROM last_known k LEFT JOIN entities n ON n.id = k.person
      WHERE k.held = 1
      ORDER BY k.held_since, k.person;

    CREATE VIEW person_events AS
      -- What happened to whom, person by person in the order in which it happened.
      SELECT p.canonical AS person, coalesce(n.name, p.canonical) AS name,
        e.date, e.earliest, e.latest, e.kind, e.title, e.place, e.certainty, e.id, e.position
      FROM event_persons p JOIN events e ON e.position = p.position
        LEFT JOIN entities n ON n.id = p.canonical
      WHERE e.shown = 1
      ORDER BY p.canonical, coalesce(e.earliest, e.latest), e.position;

    CREATE VIEW cited_sources AS
      -- Every source with how many events in force it is cited for, most cited first.
      SELECT n.id AS source, n.name, n.form, count(e.position) AS events,
        min(e.earliest) AS first_day, max(e.latest) AS last_day
      FROM entities n LEFT JOIN citations c ON c.source = n.id
        LEFT JOIN events e ON e.position = c.position AND e.retracted_by IS NULL
      WHERE n.sort = 'source'
      GROUP BY n.id
      ORDER BY count(e.position) DESC, n.id;

    CREATE VIEW who_refers AS
      -- Who refers to whom: every place in an event that names another event or something
      -- registered.
      SELECT position, path, event, entity FROM refs
      UNION ALL
      SELECT position, 'persons[' || number || ']', NULL, person FROM event_persons
      UNION ALL
      SELECT position, 'actors[' || number || '].actor', NULL, actor FROM actors
      UNION ALL
      SELECT position, 'sources[' || number || '].source', NULL, source FROM citations
      UNION ALL
      SELECT position, 'sources[' || number || '].via', NULL, via FROM citations
        WHERE via IS NOT NULL
      UNION ALL
      SELECT position, 'place', NULL, place FROM events WHERE place IS NOT NULL;
    """
}
