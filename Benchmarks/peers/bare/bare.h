/* Writes the rows of a snapshot into a fresh database, as fast as SQLite's own interface allows.
 *
 * What is measured begins when all rows are in memory. */
#ifndef BARE_H
#define BARE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes that grow at their end. */
typedef struct {
  unsigned char *bytes;
  size_t length, room;
} Bytes;

/* A table, or what is inserted into one, cell after cell. */
typedef struct {
  char *name, *create, *insert;
  int columns;
  size_t row_count;
  Bytes rows;
} Table;

typedef struct {
  Table *tables;
  size_t count;
} Tables;

/* Everything that is in a snapshot. */
typedef struct {
  int page_size;
  Tables tables;    /* with their rows */
  Tables words;     /* full-text tables: their settings, then the words of every row */
  char **scripts;   /* what creates the indexes and views */
  size_t script_count;
} Snapshot;

/* Stops with SQLite's own message if a call did not succeed. */
void check(sqlite3 *database, int status, const char *what);
/* Prepares a statement made as by `printf`. */
sqlite3_stmt *prepare(sqlite3 *database, const char *format, ...);
/* The text in a column of the current row, in memory of its own; null for none. */
char *text_of(sqlite3_stmt *row, int column);
void *grown(void *memory, size_t bytes);

/* Adds an empty table to the list. */
Table *add_table(Tables *tables, const char *name, const char *create);
void add_integer(Bytes *bytes, int64_t number);
void add_text(Bytes *bytes, const void *text, size_t length);
void add_null(Bytes *bytes);

Snapshot read_snapshot(sqlite3 *database);
void read_words(sqlite3 *database, Tables *words, const char *name, const char *create);

void insert_rows(sqlite3 *database, const Table *table);
#endif
