/* One draft: an event before annals has recorded it, as a line of JSON on standard output. */
#ifndef DRAFT_H
#define DRAFT_H

#include "person.h"
#include "random.h"
#include "text.h"

typedef struct {
  Ref id;
  const char *kind;
  Person *person; /* whom it happened to, or nobody */
  Person *second; /* somebody else to whom it happened, or nobody */
  Ref account_of, after, because_of;
  Text date, title, text, details, actors, place, sources, private_part;
} Draft;

/* Empties the draft and gives it an id later than all before. */
void draft_begin(Draft *draft, const char *kind);

/* Writes it, as one event of the log. */
void draft_write(const Draft *draft);

/* The events written so far. */
extern unsigned long events_written;

/* How far apart the ids are in time. */
extern uint64_t id_step_milliseconds;

#endif
