#include <coin/Cbc_C_Interface.h>
#include <pthread.h>

/* CBC keeps the parameters of its command line in static memory: one search at a time. */
static pthread_mutex_t CCbc_mutex = PTHREAD_MUTEX_INITIALIZER;

static inline void CCbc_lock(void) { pthread_mutex_lock(&CCbc_mutex); }
static inline void CCbc_unlock(void) { pthread_mutex_unlock(&CCbc_mutex); }
