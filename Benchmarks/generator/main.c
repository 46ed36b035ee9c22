/* Writes drafts for `annals append --jsonl`: a record of invented people, the same for a seed. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "draft.h"
#include "identity.h"
#include "life.h"
#include "public_life.h"
#include "record.h"
#include "world.h"

uint64_t random_state;

static void write_next(unsigned long events) {
  unsigned chance = below(10000);
  if (chance < 40) {
    register_source();
  } else if (chance < 41) {
    if (write_identity()) return;
  } else if (chance < 440) {
    if (write_about_record()) return;
  } else if (chance < 1100) {
    return write_public_event((double)events_written / (double)events);
  }
  if (chance < 40) return;
  Person *person = next_person();
  if (person) write_step(person);
}

static unsigned long number(const char *text) {
  char *end;
  errno = 0;
  unsigned long value = strtoul(text, &end, 10);
  if (errno || *end || end == text) {
    fprintf(stderr, "generate: %s is no number\n", text);
    exit(64);
  }
  return value;
}

int main(int count, char **arguments) {
  unsigned long events = 1000, seed = 1;
  for (int i = 1; i < count; i++) {
    if (i + 1 < count && !strcmp(arguments[i], "--events")) {
      events = number(arguments[++i]);
    } else if (i + 1 < count && !strcmp(arguments[i], "--seed")) {
      seed = number(arguments[++i]);
    } else {
      fputs("usage: generate [--events N] [--seed N] >drafts.jsonl\n", stderr);
      return 64;
    }
  }
  if (events < 100) {
    fputs("generate: fewer than 100 events are not enough for a world\n", stderr);
    return 64;
  }
  random_state = seed;
  id_step_milliseconds = 2 * 230000000000u / events; /* seven years for all */
  setvbuf(stdout, NULL, _IOFBF, 1 << 20);
  register_world();
  register_busy_persons(events);
  while (events_written < events) write_next(events);
  if (fflush(stdout) || ferror(stdout)) {
    perror("generate: standard output");
    return 74;
  }
  return 0;
}
