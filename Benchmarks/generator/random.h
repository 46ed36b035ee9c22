/* Repeatable chance: the same seed draws the same numbers everywhere (splitmix64). */
#ifndef RANDOM_H
#define RANDOM_H

#include <stdbool.h>
#include <stdint.h>

extern uint64_t random_state;

static inline uint64_t draw(void) {
  uint64_t z = (random_state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

/* A number from 0 to n - 1. */
static inline unsigned below(unsigned n) { return (unsigned)(((draw() >> 32) * n) >> 32); }

/* A number from low to high, both included. */
static inline int between(int low, int high) {
  return low + (int)below((unsigned)(high - low + 1));
}

/* True in so many cases of a hundred. */
static inline bool percent(double chance) { return below(1000000) < chance * 10000; }

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define PICK(list) ((list)[below(COUNT(list))])

#endif
