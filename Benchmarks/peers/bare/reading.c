/* Reads a snapshot into memory: whatever tables, indexes and views it has. */
#include "bare.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void check(sqlite3 *database, int status, const char *what) {
  if (status == SQLITE_OK || status == SQLITE_ROW || status == SQLITE_DONE) return;
  fprintf(stderr, "bare: %s: %s\n", what, sqlite3_errmsg(database));
  exit(70);
}

sqlite3_stmt *prepare(sqlite3 *database, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *sql = sqlite3_vmprintf(format, arguments);
  va_end(arguments);
  sqlite3_stmt *statement;
  check(database, sqlite3_prepare_v2(database, sql, -1, &statement, NULL), sql);
  sqlite3_free(sql);
  return statement;
}

char *text_of(sqlite3_stmt *row, int column) {
  const unsigned char *text = sqlite3_column_text(row, column);
  return text ? strdup((const char *)text) : NULL;
}

Table *add_table(Tables *tables, const char *name, const char *create) {
  tables->tables = grown(tables->tables, (tables->count + 1) * sizeof(Table));
  Table *table = &tables->tables[tables->count++];
  memset(table, 0, sizeof *table);
  table->name = strdup(name);
  table->create = create ? strdup(create) : NULL;
  return table;
}

static void read_cell(sqlite3_stmt *row, int column, Bytes *into) {
  switch (sqlite3_column_type(row, column)) {
  case SQLITE_NULL: add_null(into); break;
  case SQLITE_INTEGER: add_integer(into, sqlite3_column_int64(row, column)); break;
  default:
    add_text(into, sqlite3_column_text(row, column), (size_t)sqlite3_column_bytes(row, column));
  }
}

static void read_rows(sqlite3 *database, Table *table) {
  sqlite3_stmt *row = prepare(database, "SELECT * FROM \"%w\"", table->name);
  table->columns = sqlite3_column_count(row);
  while (sqlite3_step(row) == SQLITE_ROW) {
    for (int column = 0; column < table->columns; column++) read_cell(row, column, &table->rows);
    table->row_count++;
  }
  check(database, sqlite3_finalize(row), table->name);
  sqlite3_str *insert = sqlite3_str_new(NULL);
  sqlite3_str_appendf(insert, "INSERT INTO \"%w\" VALUES (?", table->name);
  for (int column = 1; column < table->columns; column++) sqlite3_str_appendall(insert, ", ?");
  sqlite3_str_appendall(insert, ")");
  table->insert = sqlite3_str_finish(insert);
}

Snapshot read_snapshot(sqlite3 *database) {
  Snapshot snapshot = {0};
  sqlite3_stmt *row = prepare(database, "PRAGMA page_size");
  if (sqlite3_step(row) == SQLITE_ROW) snapshot.page_size = sqlite3_column_int(row, 0);
  sqlite3_finalize(row);
  row = prepare(database,
    "SELECT l.type, m.type, m.name, m.sql FROM sqlite_schema m LEFT JOIN pragma_table_list l"
    " ON l.name = m.name AND l.schema = 'main'"
    " WHERE m.sql IS NOT NULL AND m.name NOT LIKE 'sqlite\\_%%' ESCAPE '\\' ORDER BY m.rowid");
  while (sqlite3_step(row) == SQLITE_ROW) {
    char *sort = text_of(row, 0), *type = text_of(row, 1);
    char *name = text_of(row, 2), *create = text_of(row, 3);
    if (sort && !strcmp(sort, "virtual")) {
      read_words(database, &snapshot.words, name, create);
    } else if (!strcmp(type, "table") && sort && !strcmp(sort, "table")) {
      read_rows(database, add_table(&snapshot.tables, name, create));
    } else if (strcmp(type, "table")) {
      size_t size = (snapshot.script_count + 1) * sizeof *snapshot.scripts;
      snapshot.scripts = grown(snapshot.scripts, size);
      snapshot.scripts[snapshot.script_count++] = strdup(create);
    }
    free(sort), free(type), free(name), free(create);
  }
  check(database, sqlite3_finalize(row), "sqlite_schema");
  return snapshot;
}
