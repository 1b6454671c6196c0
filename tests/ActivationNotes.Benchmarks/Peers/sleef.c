/* The sigmoid on SLEEF's exponential, as one would write it by hand: 1 / (1 + e^-x), 16 floats at a time.
   Needs AVX-512 and libsleef.so.3 (Debian: libsleef3); its prototypes are stated here, so that no header is needed. */
#include <immintrin.h>

__m512 Sleef_expf16_u10avx512f(__m512 x);
__m512 Sleef_tanhf16_u10avx512f(__m512 x);

void sleef_sigmoid(const float *x, float *y, long n)
{
    const __m512 one = _mm512_set1_ps(1), sign = _mm512_set1_ps(-0.0f);
    for (long i = 0; i < n; i += 16) {
        __m512 e = Sleef_expf16_u10avx512f(_mm512_xor_ps(_mm512_loadu_ps(x + i), sign));
        _mm512_storeu_ps(y + i, _mm512_div_ps(one, _mm512_add_ps(one, e)));
    }
}

void sleef_exp(const float *x, float *y, long n)
{
    for (long i = 0; i < n; i += 16) _mm512_storeu_ps(y + i, Sleef_expf16_u10avx512f(_mm512_loadu_ps(x + i)));
}

void sleef_tanh(const float *x, float *y, long n)
{
    for (long i = 0; i < n; i += 16) _mm512_storeu_ps(y + i, Sleef_tanhf16_u10avx512f(_mm512_loadu_ps(x + i)));
}
