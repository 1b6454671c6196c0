/* The sigmoid on SLEEF's exponential, as one would write it by hand: 1 / (1 + e^-x), a register of floats at a time.
   Needs libsleef.so.3 (Debian: libsleef3) and AVX-512, or else AVX2 with FMA; its prototypes are stated here, so that no header is needed. */
#include <immintrin.h>

#ifdef __AVX512F__
typedef __m512 floats;
enum { LANES = 16 };
floats Sleef_expf16_u10avx512f(floats x);
floats Sleef_tanhf16_u10avx512f(floats x);
#define ON_FLOATS(operation) _mm512_##operation##_ps
#define EXP Sleef_expf16_u10avx512f
#define TANH Sleef_tanhf16_u10avx512f
#else
typedef __m256 floats;
enum { LANES = 8 };
floats Sleef_expf8_u10avx2(floats x);
floats Sleef_tanhf8_u10avx2(floats x);
#define ON_FLOATS(operation) _mm256_##operation##_ps
#define EXP Sleef_expf8_u10avx2
#define TANH Sleef_tanhf8_u10avx2
#endif

void sleef_sigmoid(const float *x, float *y, long n)
{
    const floats one = ON_FLOATS(set1)(1), sign = ON_FLOATS(set1)(-0.0f);
    for (long i = 0; i < n; i += LANES) {
        floats e = EXP(ON_FLOATS(xor)(ON_FLOATS(loadu)(x + i), sign));
        ON_FLOATS(storeu)(y + i, ON_FLOATS(div)(one, ON_FLOATS(add)(one, e)));
    }
}

void sleef_exp(const float *x, float *y, long n)
{
    for (long i = 0; i < n; i += LANES) ON_FLOATS(storeu)(y + i, EXP(ON_FLOATS(loadu)(x + i)));
}

void sleef_tanh(const float *x, float *y, long n)
{
    for (long i = 0; i < n; i += LANES) ON_FLOATS(storeu)(y + i, TANH(ON_FLOATS(loadu)(x + i)));
}
