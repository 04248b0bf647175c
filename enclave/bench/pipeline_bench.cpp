// Everything the enclave does to a record from its ciphertext in memory to the plaintext that the
// trainer reads, beside the bare primitives over the same bytes. docs/benchmarks.md.
#include "theriac/crypto/stream.hpp"

#include "lender.hpp"
#include "opening.hpp"
#include "paired.hpp"
#include "primitives.hpp"

namespace theriac::enclave::bench {

namespace {

constexpr std::size_t kSamples = 16;  // collections in one iteration: the clock costs little then

std::vector<Offer> check(const Lender& lender, const std::vector<Offered>& offered) {
    std::vector<Offer> offers;
    for (const Offered& one : offered)
        offers.push_back(
            Offer::check(lender.terms(), one.collection, OfferNames(one.collection)).value());
    return offers;
}

void open(const Lender& lender, std::vector<Offer>& offers, std::vector<Offered>& records) {
    for (std::size_t i = 0; i < offers.size(); ++i) {
        THERIAC_EXPECTS(offers[i].add_records(0, std::move(records[i].records.records)));
        const auto opened = open_records(lender.terms(), offers[i]);
        THERIAC_EXPECTS(opened.has_value());
        benchmark::DoNotOptimize(opened->data());
    }
}

void open_bare(Primitives& primitives, const std::vector<Offered>& offered) {
    for (const Offered& one : offered) {
        primitives.open_hpke();
        primitives.diffie_hellman();
        for (const Bytes& record : one.records.records) {
            primitives.sha256(record);
            primitives.open_gcm(record.size() - crypto::kRecordHeaderSize);
        }
    }
}

void pipeline(benchmark::State& state) {
    Lender lender;
    Primitives primitives(lender.entropy());
    const auto records = static_cast<std::size_t>(state.range(0));
    const auto bytes = static_cast<std::size_t>(state.range(1));
    const auto offered = lender.lend({kSamples, records, bytes});
    const auto checked = check(lender, offered);
    Paired paired;
    for (auto _ : state) {
        auto offers = checked;
        auto arriving = offered;
        const double ours = processor_seconds([&] { open(lender, offers, arriving); });
        const double bare = processor_seconds([&] { open_bare(primitives, offered); });
        paired.add(ours, bare);
        state.SetIterationTime(ours);
    }
    paired.report(state, kSamples * records);
}

BENCHMARK(pipeline)
    ->Name("enclave/pipeline/open")
    ->ArgNames({"records", "bytes"})
    ->ArgsProduct({{1, 10}, {1024, 2048, 3072, 4096, 5120, 6144}})
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace theriac::enclave::bench
