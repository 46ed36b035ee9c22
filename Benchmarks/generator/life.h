/* What happens to a person, told step by step: taken, remanded, sentenced, released. */
#ifndef LIFE_H
#define LIFE_H

#include "person.h"

/* Writes the person's next event. */
void write_step(Person *person);

typedef enum {
  ALWAYS = 0,
  NEEDS_SENTENCE = 1, /* only after a sentence */
  NEEDS_DEMAND = 2,   /* only after a demand */
  IS_SENTENCE = 4,    /* later events may refer to it as the sentence */
  IS_DEMAND = 8,      /* later events may refer to its demands */
  IS_SHARED = 16,     /* may happen to two people at once */
} Trait;

typedef struct {
  State in;           /* possible in this state … */
  unsigned weight;    /* … this often, beside the others of that state */
  State then;         /* the state after it */
  const char *kind;
  const char *title;  /* a template, as is `details` */
  const char *details;
  Trait traits;
} Step;

/* The steps, ordered by state. */
extern const Step steps[];
extern const unsigned step_count;

#endif
