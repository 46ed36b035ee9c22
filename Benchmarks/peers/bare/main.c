/* bare SNAPSHOT FRESH [--without-words]
 *
 * Prints the seconds from the empty file to the closed database, and the rows that were written. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bare.h"

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void run(sqlite3 *database, const char *sql) {
  check(database, sqlite3_exec(database, sql, NULL, NULL, NULL), sql);
}

static void write_tables(sqlite3 *database, const Tables *tables) {
  for (size_t i = 0; i < tables->count; i++) {
    if (tables->tables[i].create) run(database, tables->tables[i].create);
    insert_rows(database, &tables->tables[i]);
  }
}

static void write_snapshot(const Snapshot *snapshot, const char *path, bool with_words) {
  sqlite3 *database;
  check(NULL, sqlite3_open(path, &database), path);
  char *settings = sqlite3_mprintf(
    "PRAGMA page_size = %d; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY",
    snapshot->page_size);
  run(database, settings);
  sqlite3_free(settings);
  run(database, "BEGIN");
  write_tables(database, &snapshot->tables);
  if (with_words) write_tables(database, &snapshot->words);
  for (size_t i = 0; i < snapshot->script_count; i++) run(database, snapshot->scripts[i]);
  run(database, "COMMIT");
  check(database, sqlite3_close(database), path);
}

static size_t row_count(const Tables *tables) {
  size_t rows = 0;
  for (size_t i = 0; i < tables->count; i++) rows += tables->tables[i].row_count;
  return rows;
}

int main(int count, char **arguments) {
  if (count < 3) return fputs("usage: bare SNAPSHOT FRESH [--without-words]\n", stderr), 64;
  bool with_words = !(count > 3 && !strcmp(arguments[3], "--without-words"));
  sqlite3 *source;
  check(NULL, sqlite3_open_v2(arguments[1], &source, SQLITE_OPEN_READONLY, NULL), arguments[1]);
  Snapshot snapshot = read_snapshot(source);
  sqlite3_close(source);
  unlink(arguments[2]);
  double start = now();
  write_snapshot(&snapshot, arguments[2], with_words);
  printf("{\"seconds\": %.6f, \"rows\": %zu, \"texts\": %zu}\n", now() - start,
    row_count(&snapshot.tables), with_words ? row_count(&snapshot.words) : 0);
  return 0;
}
