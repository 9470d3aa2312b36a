import GRDB

/// The tables of the state file; each change is a migration of its own, never edited afterwards.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs en uitgaven") { database in
      try database.execute(
        sql: """
          CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            started_at INTEGER NOT NULL,
            ended_at INTEGER NOT NULL,
            exit_code INTEGER NOT NULL,
            program_version TEXT NOT NULL,
            reference_date TEXT NOT NULL,
            definitions_hash TEXT NOT NULL,
            wijken TEXT NOT NULL,
            warnings TEXT NOT NULL
          ) STRICT;
          CREATE TABLE run_input (
            run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
            place INTEGER NOT NULL,
            file TEXT NOT NULL,
            kind TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            size INTEGER NOT NULL,
            records INTEGER NOT NULL,
            counted INTEGER NOT NULL,
            PRIMARY KEY (run_id, place)
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX run_input_by_hash ON run_input (sha256, file);
          CREATE TABLE release (
            id INTEGER PRIMARY KEY,
            wijk TEXT NOT NULL,
            series INTEGER NOT NULL,
            is_declared INTEGER NOT NULL,
            reference_date TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pending', 'published', 'withdrawn')),
            begun_at INTEGER NOT NULL,
            settled_at INTEGER,
            conditions TEXT NOT NULL,
            marks TEXT NOT NULL,
            tables TEXT NOT NULL
          ) STRICT;
          CREATE INDEX release_by_wijk ON release (wijk, id);
          """)
    }
    migrator.registerMigration("2 rijen per praktijk") { database in
      try database.execute(
        sql: """
          CREATE TABLE run_delivery (
            run_id INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
            kind TEXT NOT NULL,
            practice INTEGER NOT NULL,
            records INTEGER NOT NULL,
            PRIMARY KEY (run_id, kind, practice)
          ) STRICT, WITHOUT ROWID;
          """)
    }
    return migrator
  }
}
