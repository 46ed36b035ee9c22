/* Ids that turn out to be one person. */
#ifndef IDENTITY_H
#define IDENTITY_H

#include <stdbool.h>

/* Merges two persons; false, and nothing written, if the two found are not fit. */
bool write_identity(void);

#endif
