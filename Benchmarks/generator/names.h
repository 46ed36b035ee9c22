/* Invented names in two scripts. */
#ifndef NAMES_H
#define NAMES_H

typedef struct {
  char latin[64], cyrillic[128], slug[64];
} Name;

/* A given name and a family name put together from syllables. */
Name person_name(void);

/* A town, a prison, a paper: one invented word. */
Name place_name(void);
#endif
