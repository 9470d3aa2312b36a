#ifndef WIJKBEELD_CSYSTEM_H
#define WIJKBEELD_CSYSTEM_H

/// Exchanges two existing names in one atomic step (renameat2 with RENAME_EXCHANGE).
/// Returns 0, or -1 with errno set.
int wijkbeeld_exchange(const char *left, const char *right);

#endif
