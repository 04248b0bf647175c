// exp, log and erfc from additions, multiplications, divisions and square roots alone.
//
// A C library may choose another code path for another processor (glibc takes fused multiply-add
// where it finds it), so its last bit is not the same everywhere. These give the same bits on every
// machine with IEEE 754 doubles, so that whoever repeats a training gets the same result. Errors
// are a few units in the last place; the tests hold the bounds.
#pragma once

namespace theriac::learning {

/// e^x.
double portable_exp(double x);

/// log(1 + e^x), without overflow.
double softplus(double x);

/// 1 / (1 + e^-x).
double logistic(double x);

/// (e^x - e^-x) / (e^x + e^-x); its absolute error is a few units in the last place of 1.
double portable_tanh(double x);

/// The chance that a standard normal variable is further from zero than `z`: a two-sided p value.
double two_sided_p(double z);

}  // namespace theriac::learning
