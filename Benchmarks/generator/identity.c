#include "identity.h"

#include <string.h>

#include "draft.h"
#include "world.h"

static Draft draft;

/* Merges go from the later registered to the earlier, so that they never run in a circle. */
bool write_identity(void) {
  const Person *one = another_person(NULL);
  const Person *other = one ? another_person(one) : NULL;
  if (!other || one->case_number <= other->case_number) return false;
  draft_begin(&draft, "identity");
  text_format(&draft.details, "\"stage\":\"merged\",\"ids\":[\"%s\",\"%s\"],\"into\":\"%s\"",
    other->id, one->id, other->id);
  add_citations(&draft.sources);
  draft_write(&draft);
  return true;
}
