/* People, and who of them something happens to next. */
#ifndef PERSON_H
#define PERSON_H

#include <stdint.h>

#include "names.h"
#include "text.h"

/* The identity of an event, a UUIDv7; all zero for none. */
typedef struct {
  uint64_t high, low;
} Ref;

void add_ref(Text *text, Ref ref);

/* Where somebody's story stands. */
typedef enum { FREE, POLICE, ADMINISTRATIVE, REMANDED, AT_HOME, IMPRISONED, ABROAD } State;

typedef struct {
  char id[96];
  char latin[64];
  State state;
  int day;                    /* of the last event */
  int gap;                    /* days between events, on average */
  unsigned events_left;       /* still to come */
  unsigned busy;              /* events in all, for the few with very many; else 0 */
  unsigned case_number;
  Ref last, sentence, demand; /* the events that later ones may refer to */
} Person;

/* Registers the few persons to whom much happens, for a log of so many events. */
void register_busy_persons(unsigned long events);

/* Somebody with events left; registers somebody new, and answers nobody, if that is due. */
Person *next_person(void);

/* Somebody else than `person`, of those to whom things happen now. */
Person *another_person(const Person *person);

#endif
