#ifndef WIJKBEELD_CSHA256_H
#define WIJKBEELD_CSHA256_H

#include <stddef.h>
#include <stdint.h>

/// Whether this processor has instructions for SHA-256.
int csha256_is_available(void);

/// Takes whole blocks of 64 bytes into the state; only when csha256_is_available() says 1.
///
/// `constants` are the 64 round constants of FIPS 180-4.
void csha256_compress(uint32_t state[8], const uint32_t constants[64], const uint8_t *bytes, size_t blocks);

#endif
