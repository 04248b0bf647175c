#include "kernels.hpp"

#include "theriac/base/result.hpp"

namespace theriac::he {

std::string_view name(InstructionSet set) {
    switch (set) {
        case InstructionSet::portable:
            return "portable";
        case InstructionSet::avx2:
            return "avx2";
        case InstructionSet::avx512_ifma:
            return "avx512-ifma";
    }
    return "unknown";
}

bool available(InstructionSet set) {
    switch (set) {
        case InstructionSet::portable:
            return true;
#ifdef __x86_64__
        case InstructionSet::avx2:
            return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
        case InstructionSet::avx512_ifma:
            return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
                   && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
                   && __builtin_cpu_supports("avx512ifma") && __builtin_cpu_supports("avx512vbmi");
#else
        case InstructionSet::avx2:
        case InstructionSet::avx512_ifma:
            return false;
#endif
    }
    return false;
}

InstructionSet best_instruction_set() {
    if (available(InstructionSet::avx512_ifma)) return InstructionSet::avx512_ifma;
    if (available(InstructionSet::avx2)) return InstructionSet::avx2;
    return InstructionSet::portable;
}

const Kernels& kernels(InstructionSet set) {
    THERIAC_EXPECTS(available(set));
    switch (set) {
        case InstructionSet::avx2:
            return avx2_kernels();
        case InstructionSet::avx512_ifma:
            return avx512_kernels();
        case InstructionSet::portable:
            break;
    }
    return portable_kernels();
}

const Kernels& best_kernels() {
    static const Kernels& best = kernels(best_instruction_set());
    return best;
}

}  // namespace theriac::he
