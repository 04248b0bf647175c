#include "theriac/eth/header.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/eth/rlp.hpp"

namespace theriac::eth {

namespace {

/// Reads one field into its place, by the type of the place.
class FieldReader {
public:
    explicit FieldReader(rlp::ListReader& reader) : reader_(reader) {}

    Result<void> read(const char* name, std::uint64_t& to) { return put(to, reader_.u64(name)); }

    Result<void> read(const char* name, U256& to) { return put(to, reader_.u256(name)); }

    Result<void> read(const char* name, UnixTime& to) { return read(name, to.seconds); }

    template <typename Tag, std::size_t Size>
    Result<void> read(const char* name, FixedBytes<Tag, Size>& to) {
        return put(to, reader_.fixed<FixedBytes<Tag, Size>>(name));
    }

    Result<void> read(const char* name, Bytes& to) {
        THERIAC_TRY(bytes, reader_.bytes(name, kMaxHeaderSize));
        to = to_bytes(bytes);
        return {};
    }

    template <typename T>
    Result<void> read(const char* name, std::optional<T>& to) {
        return read(name, to.emplace());
    }

private:
    template <typename T>
    static Result<void> put(T& to, const Result<T>& from) {
        if (!from) return fail(from.error());
        to = *from;
        return {};
    }

    rlp::ListReader& reader_;
};

Result<void> read_first_fields(FieldReader& in, Header& h) {
    THERIAC_CHECK(in.read("parentHash", h.parent_hash));
    THERIAC_CHECK(in.read("ommersHash", h.ommers_hash));
    THERIAC_CHECK(in.read("beneficiary", h.beneficiary));
    THERIAC_CHECK(in.read("stateRoot", h.state_root));
    THERIAC_CHECK(in.read("transactionsRoot", h.transactions_root));
    THERIAC_CHECK(in.read("receiptsRoot", h.receipts_root));
    THERIAC_CHECK(in.read("logsBloom", h.logs_bloom));
    THERIAC_CHECK(in.read("difficulty", h.difficulty));
    THERIAC_CHECK(in.read("number", h.number));
    THERIAC_CHECK(in.read("gasLimit", h.gas_limit));
    THERIAC_CHECK(in.read("gasUsed", h.gas_used));
    THERIAC_CHECK(in.read("timestamp", h.timestamp));
    THERIAC_CHECK(in.read("extraData", h.extra_data));
    THERIAC_CHECK(in.read("mixHash", h.mix_hash));
    return in.read("nonce", h.nonce);
}

Result<void> read_fork_fields(FieldReader& in, std::size_t fields, Header& h) {
    if (fields >= 16) THERIAC_CHECK(in.read("baseFeePerGas", h.base_fee_per_gas));
    if (fields >= 17) THERIAC_CHECK(in.read("withdrawalsRoot", h.withdrawals_root));
    if (fields >= 20) {
        THERIAC_CHECK(in.read("blobGasUsed", h.blob_gas_used));
        THERIAC_CHECK(in.read("excessBlobGas", h.excess_blob_gas));
        THERIAC_CHECK(in.read("parentBeaconBlockRoot", h.parent_beacon_block_root));
    }
    if (fields >= 21) THERIAC_CHECK(in.read("requestsHash", h.requests_hash));
    return {};
}

void write_first_fields(rlp::Encoder& e, const Header& h) {
    e.fixed(h.parent_hash);
    e.fixed(h.ommers_hash);
    e.fixed(h.beneficiary);
    e.fixed(h.state_root);
    e.fixed(h.transactions_root);
    e.fixed(h.receipts_root);
    e.fixed(h.logs_bloom);
    e.u256(h.difficulty);
    e.u64(h.number);
    e.u64(h.gas_limit);
    e.u64(h.gas_used);
    e.u64(h.timestamp.seconds);
    e.bytes(h.extra_data);
    e.fixed(h.mix_hash);
    e.fixed(h.nonce);
}

void write_fork_fields(rlp::Encoder& e, const Header& h) {
    if (!h.base_fee_per_gas) return;
    e.u256(*h.base_fee_per_gas);
    if (!h.withdrawals_root) return;
    e.fixed(*h.withdrawals_root);
    if (!h.blob_gas_used || !h.excess_blob_gas || !h.parent_beacon_block_root) return;
    e.u64(*h.blob_gas_used);
    e.u64(*h.excess_blob_gas);
    e.fixed(*h.parent_beacon_block_root);
    if (!h.requests_hash) return;
    e.fixed(*h.requests_hash);
}

}  // namespace

Result<Header> decode_header(ByteView rlp) {
    THERIAC_TRY(reader, rlp::ListReader::open("header", rlp, kMaxHeaderSize));
    const std::size_t fields = reader.remaining();
    if (fields == 18 || fields == 19)
        return fail(Errc::malformed, "header: no fork has " + std::to_string(fields) + " fields");
    Header out;
    FieldReader in(reader);
    THERIAC_CHECK(read_first_fields(in, out));
    THERIAC_CHECK(read_fork_fields(in, fields, out));
    THERIAC_CHECK(reader.end());
    return out;
}

Bytes encode_header(const Header& header) {
    rlp::Encoder e;
    e.list([&] {
        write_first_fields(e, header);
        write_fork_fields(e, header);
    });
    return std::move(e).take();
}

Hash256 hash_of(const Header& header) {
    return crypto::keccak256(encode_header(header));
}

}  // namespace theriac::eth
