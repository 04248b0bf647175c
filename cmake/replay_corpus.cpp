// Runs a fuzz target without libFuzzer: every file of a seed corpus, every truncation of it to a
// power of two, and every single-byte change of its first 4096 bytes. A crash or a sanitizer report
// fails the test.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void replay(std::vector<std::uint8_t> seed) {
    LLVMFuzzerTestOneInput(seed.data(), seed.size());
    for (std::size_t cut = 1; cut < seed.size(); cut *= 2)
        LLVMFuzzerTestOneInput(seed.data(), cut);
    for (std::size_t i = 0; i < seed.size() && i < 4096; ++i) {
        for (const std::uint8_t change :
             {std::uint8_t{0x01}, std::uint8_t{0x80}, std::uint8_t{0xff}}) {
            seed[i] ^= change;
            LLVMFuzzerTestOneInput(seed.data(), seed.size());
            seed[i] ^= change;
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t files = 0;
    replay({});
    for (int i = 1; i < argc; ++i) {
        if (!std::filesystem::is_directory(argv[i])) {
            static_cast<void>(std::fprintf(stderr, "replay: no seed corpus at %s\n", argv[i]));
            return 1;
        }
        for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
            std::ifstream in(entry.path(), std::ios::binary);
            replay({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
            ++files;
        }
    }
    std::printf("replayed %zu seeds\n", files);
    return files == 0 ? 1 : 0;
}
