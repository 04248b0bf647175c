#include "theriac/ledger/outbox.hpp"

#include "outbox_engine.hpp"

#include <algorithm>
#include <mutex>
#include <thread>

namespace theriac::ledger {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t kMaxIntentId = 200;

bool is_away(const Error& error) {
    return error.code == Errc::unavailable || error.code == Errc::timeout;
}

Result<void> check(const Intent& intent) {
    const bool printable = std::ranges::all_of(intent.id, [](char c) { return c >= ' '; });
    if (intent.id.empty() || intent.id.size() > kMaxIntentId || !printable)
        return fail(Errc::invalid_argument, "intent: its id must be 1 to 200 printable bytes");
    return {};
}

}  // namespace

struct Outbox::Impl {
    explicit Impl(OutboxEngine made) : engine(std::move(made)) {}

    /// One submission's intents on their way.
    struct Batch {
        std::span<const Intent> intents;
        std::vector<std::optional<Result<Receipt>>> results;
        std::vector<bool> awaited;
        std::size_t next = 0;  ///< the first that was not taken up yet
        std::size_t unfinished = 0;
    };

    void take_up(Batch& batch, std::size_t index, std::vector<Intent>& fresh);
    Result<void> admit_some(Batch& batch);
    void collect(Batch& batch);
    Result<void> step(Batch& batch);
    void abandon(const Batch& batch);
    void report(const Progress& progress);
    Result<void> poll_if_due();

    std::mutex mutex;
    OutboxEngine engine;
    steady_clock::time_point next_poll{};
};

/// Known results are taken; what is under way already is waited for; the rest is to be admitted.
void Outbox::Impl::take_up(Batch& batch, std::size_t index, std::vector<Intent>& fresh) {
    const Intent& intent = batch.intents[index];
    auto& result = batch.results[index];
    if (auto fine = check(intent); !fine) {
        result = fail(std::move(fine).error());
        return;
    }
    auto known = engine.look_up(intent);
    if (!known)
        result = fail(std::move(known).error());
    else if (*known)
        result = **std::move(known);
    else {
        if (!batch.awaited[index]) engine.await(intent.id);
        batch.awaited[index] = true;
        const bool twice =
            std::ranges::any_of(fresh, [&](const Intent& other) { return other.id == intent.id; });
        if (!twice && !engine.is_pending(intent.id)) fresh.push_back(intent);
    }
}

Result<void> Outbox::Impl::admit_some(Batch& batch) {
    std::vector<Intent> fresh;
    const std::size_t room = engine.room();
    std::size_t index = batch.next;
    for (; index < batch.intents.size() && fresh.size() < room; ++index) {
        if (!batch.results[index]) take_up(batch, index, fresh);
    }
    THERIAC_CHECK(engine.admit(fresh));
    batch.next = index;
    return {};
}

void Outbox::Impl::collect(Batch& batch) {
    for (std::size_t i = 0; i < batch.next; ++i) {
        if (batch.results[i] || !batch.awaited[i]) continue;
        batch.results[i] = engine.take_result(batch.intents[i].id);
        if (batch.results[i]) batch.awaited[i] = false;
    }
    batch.unfinished = static_cast<std::size_t>(
        std::ranges::count_if(batch.results, [](const auto& result) { return !result; }));
}

Result<void> Outbox::Impl::poll_if_due() {
    const auto now = steady_clock::now();
    if (now < next_poll) return {};  // another thread has just looked
    next_poll = now + engine.options().poll_interval;
    return engine.poll();
}

Result<void> Outbox::Impl::step(Batch& batch) {
    Result<void> done = admit_some(batch);
    if (done) done = poll_if_due();
    collect(batch);
    return done;
}

/// The transactions stay in the outbox; nobody waits for them here any more.
void Outbox::Impl::abandon(const Batch& batch) {
    const std::scoped_lock lock(mutex);
    for (std::size_t i = 0; i < batch.intents.size(); ++i)
        if (batch.awaited[i]) engine.forget(batch.intents[i].id);
}

void Outbox::Impl::report(const Progress& progress) {
    std::vector<Event> events;
    {
        const std::scoped_lock lock(mutex);
        events = engine.take_events();
    }
    if (!progress) return;
    for (const Event& event : events)
        progress(event.intent, event.stage, event.hash);
}

Result<Outbox> Outbox::open(
    const std::filesystem::path& file,
    Chain& chain,
    const crypto::SigningKey& key,
    OutboxOptions options) {
    const eth::Address account = eth::address_of(key.public_key());
    THERIAC_TRY(genesis, chain.block(At::block(0)));
    const OutboxOwner owner{.account = account, .chain_id = chain.id(), .genesis = genesis.id.hash};
    THERIAC_TRY(store, OutboxStore::open(file, owner));
    auto impl =
        std::make_unique<Impl>(OutboxEngine(chain, key, options, std::move(store), account));
    THERIAC_CHECK(impl->engine.load());
    THERIAC_CHECK(impl->engine.poll());
    return Outbox(std::move(impl));
}

Outbox::Outbox(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Outbox::Outbox(Outbox&&) noexcept = default;
Outbox& Outbox::operator=(Outbox&&) noexcept = default;
Outbox::~Outbox() = default;

Result<Receipt> Outbox::submit(
    const Intent& intent, const net::StopFlag* stop, const Progress& progress) {
    return submit_all(std::span(&intent, 1), stop, progress)[0];
}

std::vector<Result<Receipt>> Outbox::submit_all(
    std::span<const Intent> intents, const net::StopFlag* stop, const Progress& progress) {
    Impl::Batch batch{
        .intents = intents,
        .results = std::vector<std::optional<Result<Receipt>>>(intents.size()),
        .awaited = std::vector<bool>(intents.size()),
        .next = 0,
        .unfinished = intents.size()};
    const OutboxOptions options = impl_->engine.options();
    auto last_contact = steady_clock::now();
    std::optional<Error> gave_up;
    while (batch.unfinished > 0 && !gave_up) {
        Result<void> done;
        {
            const std::scoped_lock lock(impl_->mutex);
            done = impl_->step(batch);
        }
        impl_->report(progress);
        const auto now = steady_clock::now();
        if (done) last_contact = now;
        if (!done && (!is_away(done.error()) || now - last_contact > options.patience))
            gave_up = std::move(done).error();
        if (stop != nullptr && stop->stop_requested())
            gave_up = Error{Errc::interrupted, "stopped on request; what was sent stays sent"};
        if (batch.unfinished == 0 || gave_up) break;
        if (stop != nullptr)
            (void)stop->sleep_for(options.poll_interval);
        else
            std::this_thread::sleep_for(options.poll_interval);
    }
    impl_->abandon(batch);
    std::vector<Result<Receipt>> out;
    out.reserve(batch.results.size());
    for (auto& result : batch.results)
        out.push_back(result ? *std::move(result) : Result<Receipt>(fail(*gave_up)));
    return out;
}

Result<void> Outbox::poll() {
    const std::scoped_lock lock(impl_->mutex);
    return impl_->engine.poll();
}

std::size_t Outbox::pending() const {
    const std::scoped_lock lock(impl_->mutex);
    return impl_->engine.pending();
}

const eth::Address& Outbox::account() const {
    return impl_->engine.account();
}

}  // namespace theriac::ledger
