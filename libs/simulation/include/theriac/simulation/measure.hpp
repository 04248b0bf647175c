// What stands for MRENCLAVE where no hardware measures the program.
#pragma once

#include "theriac/attestation/quote.hpp"

namespace theriac::simulation {

/// The measurement of a program, from the bytes of its executable file:
/// SHA-256("theriac/simulated-measurement/v1" || SHA-384(executable)).
///
/// An auditor who rebuilds the program gets the same 32 bytes. Nothing but the host's good will
/// ties them to the program that runs.
attestation::Measurement measure(ByteView executable);

}  // namespace theriac::simulation
