#include "CSHA256.h"

// Intel, "Intel SHA Extensions" (2013), describes the instructions: the eight words of the state are
// kept as ABEF and CDGH, two rounds are one instruction, four words of the schedule are one register.
#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

int csha256_is_available(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 0;
  if (!(c & (1u << 19)) || !(c & (1u << 9))) return 0;  // SSE4.1 and SSSE3
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
  return (b >> 29) & 1;
}

__attribute__((target("sha,sse4.1,ssse3")))
void csha256_compress(uint32_t state[8], const uint32_t constants[64], const uint8_t *bytes, size_t blocks) {
  const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);         // CDAB
  __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);  // EFGH
  __m128i abef = _mm_alignr_epi8(low, high, 8);
  __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
  for (; blocks > 0; blocks--, bytes += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i words[4];
    for (int i = 0; i < 4; i++)
      words[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * i)), order);
#pragma clang loop unroll(full)
    for (int round = 0; round < 16; round++) {
      __m128i now = words[round & 3];
      if (round >= 4) {
        const __m128i before = words[(round + 3) & 3];
        now = _mm_sha256msg1_epu32(now, words[(round + 1) & 3]);
        now = _mm_add_epi32(now, _mm_alignr_epi8(before, words[(round + 2) & 3], 4));
        now = _mm_sha256msg2_epu32(now, before);
        words[round & 3] = now;
      }
      const __m128i sum = _mm_add_epi32(now, _mm_loadu_si128((const __m128i *)(constants + 4 * round)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  low = _mm_shuffle_epi32(abef, 0x1B);   // FEBA
  high = _mm_shuffle_epi32(cdgh, 0xB1);  // DCHG
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));        // DCBA
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));     // HGFE
}
#else
int csha256_is_available(void) { return 0; }

void csha256_compress(uint32_t state[8], const uint32_t constants[64], const uint8_t *bytes, size_t blocks) {
  (void)state;
  (void)constants;
  (void)bytes;
  (void)blocks;
}
#endif
