#include "theriac/eth/proven_state.hpp"
#include "theriac/eth/rlp.hpp"

namespace theriac::eth {

namespace {

using Limits = StateProofLimits;

constexpr std::uint64_t kVersion = 2;

void write_account(rlp::Encoder& e, const AccountSlots& account) {
    e.fixed(account.address);
    e.list([&] {
        for (const Hash256& slot : account.slots)
            e.fixed(slot);
    });
}

Result<std::vector<Bytes>> read_nodes(rlp::ListReader& reader) {
    THERIAC_TRY(list, reader.list("nodes", Limits::kNodes));
    std::vector<Bytes> out;
    out.reserve(list.remaining());
    while (!list.at_end()) {
        THERIAC_TRY(node, list.bytes({}, Limits::kNodeBytes));
        out.push_back(to_bytes(node));
    }
    return out;
}

Result<AccountSlots> read_account(rlp::ListReader reader, std::size_t max_slots) {
    THERIAC_TRY(address, reader.fixed<Address>("address"));
    THERIAC_TRY(slots, reader.list("slots", max_slots));
    THERIAC_CHECK(reader.end());
    AccountSlots out{address, {}};
    out.slots.reserve(slots.remaining());
    while (!slots.at_end()) {
        THERIAC_TRY(slot, slots.fixed<Hash256>());
        out.slots.push_back(slot);
    }
    return out;
}

Result<std::vector<AccountSlots>> read_accounts(rlp::ListReader& reader) {
    THERIAC_TRY(list, reader.list("accounts", Limits::kAccounts));
    std::vector<AccountSlots> out;
    std::size_t slots_left = Limits::kSlots;
    while (!list.at_end()) {
        THERIAC_TRY(item, list.list({}, 2));
        THERIAC_TRY(account, read_account(std::move(item), slots_left));
        slots_left -= account.slots.size();
        out.push_back(std::move(account));
    }
    return out;
}

}  // namespace

Bytes encode_state_proof(const StateProof& proof) {
    rlp::Encoder e;
    e.list([&] {
        e.u64(kVersion);
        e.bytes(proof.header_rlp);
        e.list([&] {
            for (const Bytes& node : proof.nodes)
                e.bytes(node);
        });
        e.list([&] {
            for (const AccountSlots& account : proof.accounts)
                e.list([&] { write_account(e, account); });
        });
    });
    return std::move(e).take();
}

Result<StateProof> decode_state_proof(ByteView bytes) {
    THERIAC_TRY(reader, rlp::ListReader::open("stateProof", bytes, Limits::kBytes));
    THERIAC_TRY(version, reader.u64("version"));
    if (version != kVersion)
        return fail(
            Errc::unsupported,
            "stateProof.version: expected " + std::to_string(kVersion) + ", got "
                + std::to_string(version));
    THERIAC_TRY(header, reader.bytes("header", kMaxHeaderSize));
    THERIAC_TRY(nodes, read_nodes(reader));
    THERIAC_TRY(accounts, read_accounts(reader));
    THERIAC_CHECK(reader.end());
    return StateProof{to_bytes(header), std::move(nodes), std::move(accounts)};
}

}  // namespace theriac::eth
