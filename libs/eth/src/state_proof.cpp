#include "theriac/eth/proven_state.hpp"
#include "theriac/eth/rlp.hpp"

namespace theriac::eth {

namespace {

using Limits = StateProofLimits;

constexpr std::uint64_t kVersion = 1;

void write_nodes(rlp::Encoder& e, const std::vector<Bytes>& nodes) {
    e.list([&] {
        for (const Bytes& node : nodes)
            e.bytes(node);
    });
}

void write_account(rlp::Encoder& e, const AccountProof& account) {
    e.fixed(account.address);
    write_nodes(e, account.nodes);
    e.list([&] {
        for (const SlotProof& slot : account.slots)
            e.list([&] {
                e.fixed(slot.slot);
                write_nodes(e, slot.nodes);
            });
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

Result<SlotProof> read_slot(rlp::ListReader reader) {
    THERIAC_TRY(slot, reader.fixed<Hash256>("slot"));
    THERIAC_TRY(nodes, read_nodes(reader));
    THERIAC_CHECK(reader.end());
    return SlotProof{slot, std::move(nodes)};
}

Result<AccountProof> read_account(rlp::ListReader reader) {
    THERIAC_TRY(address, reader.fixed<Address>("address"));
    THERIAC_TRY(nodes, read_nodes(reader));
    AccountProof out{address, std::move(nodes), {}};
    THERIAC_TRY(slots, reader.list("slots", Limits::kSlots));
    THERIAC_CHECK(reader.end());
    while (!slots.at_end()) {
        THERIAC_TRY(item, slots.list({}, 2));
        THERIAC_TRY(slot, read_slot(std::move(item)));
        out.slots.push_back(std::move(slot));
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
            for (const AccountProof& account : proof.accounts)
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
            Errc::unsupported, "stateProof.version: expected 1, got " + std::to_string(version));
    THERIAC_TRY(header, reader.bytes("header", kMaxHeaderSize));
    THERIAC_TRY(accounts, reader.list("accounts", Limits::kAccounts));
    THERIAC_CHECK(reader.end());
    StateProof out{to_bytes(header), {}};
    while (!accounts.at_end()) {
        THERIAC_TRY(item, accounts.list({}, 3));
        THERIAC_TRY(account, read_account(std::move(item)));
        out.accounts.push_back(std::move(account));
    }
    return out;
}

}  // namespace theriac::eth
