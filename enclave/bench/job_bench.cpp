// Many collections through one job, signatures and proofs included; the ledger's state and the
// training are not. docs/benchmarks.md.
#include "theriac/crypto/stream.hpp"

#include "lender.hpp"
#include "opening.hpp"
#include "paired.hpp"
#include "primitives.hpp"

namespace theriac::enclave::bench {

namespace {

constexpr std::size_t kRecords = 10;  // of each collection

/// A job does not let its offers be opened without a ledger, so that the second half of the work is
/// done on offers of the same collections.
std::vector<Offer> complete_offers(const Lender& lender, const std::vector<Offered>& offered) {
    std::vector<Offer> offers;
    for (const Offered& one : offered) {
        offers.push_back(
            Offer::check(lender.terms(), one.collection, OfferNames(one.collection)).value());
        THERIAC_EXPECTS(offers.back().add_records(0, one.records.records));
    }
    return offers;
}

void bring(Job& job, std::vector<Offered>& offered) {
    for (Offered& one : offered) {
        THERIAC_EXPECTS(job.add_collection(std::move(one.collection)));
        THERIAC_EXPECTS(job.add_records(std::move(one.records)));
    }
}

/// As training does: the plaintext of one collection is wiped before the next is opened.
void open_all(const Lender& lender, const std::vector<Offer>& offers) {
    for (const Offer& offer : offers) {
        const auto opened = open_records(lender.terms(), offer);
        THERIAC_EXPECTS(opened.has_value());
        benchmark::DoNotOptimize(opened->data());
    }
}

void open_bare(Primitives& primitives, const std::vector<Offered>& offered) {
    for (const Offered& one : offered) {
        primitives.recover();  // the leaf's signature
        primitives.recover();  // the grant's
        primitives.open_hpke();
        primitives.diffie_hellman();
        for (const Bytes& record : one.records.records) {
            primitives.sha256(record);
            primitives.open_gcm(record.size() - crypto::kRecordHeaderSize);
        }
    }
}

void through_a_job(benchmark::State& state) {
    Lender lender;
    Primitives primitives(lender.entropy());
    const auto collections = static_cast<std::size_t>(state.range(0));
    const auto bytes = static_cast<std::size_t>(state.range(1));
    const auto offered = lender.lend({collections, kRecords, bytes});
    const auto offers = complete_offers(lender, offered);
    Paired paired;
    for (auto _ : state) {
        Job job = lender.begin_job();
        auto arriving = offered;
        const double brought = processor_seconds([&] { bring(job, arriving); });
        const double opened = processor_seconds([&] { open_all(lender, offers); });
        const double bare = processor_seconds([&] { open_bare(primitives, offered); });
        paired.add(brought + opened, bare);
        state.SetIterationTime(brought + opened);
    }
    paired.report(state, collections * kRecords);
}

BENCHMARK(through_a_job)
    ->Name("enclave/job/open")
    ->ArgNames({"collections", "bytes"})
    ->Args({100, 1024})
    ->Args({1000, 1024})
    ->Args({1000, 6144})
    ->UseManualTime()
    ->MinTime(2)
    ->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace theriac::enclave::bench
