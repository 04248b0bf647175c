#include "theriac/storage/file_blob_store.hpp"

#include <benchmark/benchmark.h>
#include <stdlib.h>

namespace theriac::storage {
namespace {

struct Store {
    Store() {
        std::string name = (std::filesystem::temp_directory_path() / "theriac-XXXXXX").string();
        directory = ::mkdtemp(name.data());
        store.emplace_back(FileBlobStore::open(directory).value());
    }

    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    ~Store() { std::filesystem::remove_all(directory); }

    std::filesystem::path directory;
    std::vector<FileBlobStore> store;
};

void count_bytes(benchmark::State& state) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * state.range(0));
}

void bench_put(benchmark::State& state) {
    Store world;
    Bytes blob(static_cast<std::size_t>(state.range(0)));
    std::uint64_t number = 0;
    for (auto _ : state) {
        ++number;  // each blob another one
        for (std::size_t i = 0; i < 8; ++i)
            blob[i] = static_cast<std::uint8_t>(number >> (8 * i));
        if (!world.store[0].put(blob)) state.SkipWithError("put failed");
    }
    count_bytes(state);
}

void bench_get(benchmark::State& state) {
    Store world;
    const Bytes blob(static_cast<std::size_t>(state.range(0)), 5);
    const BlobAddress address = world.store[0].put(blob).value();
    for (auto _ : state) {
        if (!world.store[0].get(address, blob.size())) state.SkipWithError("get failed");
    }
    count_bytes(state);
}

BENCHMARK(bench_put)->Name("storage/put/file/bytes")->Arg(4096)->Arg(1 << 20)->Arg(16 << 20);
BENCHMARK(bench_get)->Name("storage/get/file/bytes")->Arg(4096)->Arg(1 << 20)->Arg(16 << 20);

}  // namespace
}  // namespace theriac::storage
