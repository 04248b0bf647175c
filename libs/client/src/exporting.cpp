#include "theriac/client/exporting.hpp"

#include "theriac/client/owner_index.hpp"

#include "reading.hpp"

#include <algorithm>

namespace theriac::client {

namespace {

std::vector<const IndexedCollection*> chosen(
    const OwnerIndex& index,
    std::span<const protocol::CollectionId> collections,
    std::string_view data_type) {
    std::vector<const IndexedCollection*> out;
    for (const IndexedCollection& collection : index.collections) {
        const bool named = collections.empty()
                           || std::ranges::find(collections, collection.id()) != collections.end();
        const bool fits = data_type.empty() || collection.leaf.statement.data_type == data_type;
        if (named && fits && !collection.is_deleted()) out.push_back(&collection);
    }
    return out;
}

// Grows by whole copies, and the old one is wiped.
class SecretText {
public:
    void append(ByteView more) {
        if (used_ + more.size() > text_.size()) grow(used_ + more.size());
        std::ranges::copy(more, text_.fill().begin() + static_cast<std::ptrdiff_t>(used_));
        used_ += more.size();
    }

    SecretBytes take() {
        text_.shrink(used_);
        return std::move(text_);
    }

private:
    void grow(std::size_t needed) {
        SecretBytes larger(std::max(needed, used_ * 2));
        std::ranges::copy(text_.reveal().first(used_), larger.fill().begin());
        text_ = std::move(larger);
    }

    SecretBytes text_;
    std::size_t used_ = 0;
};

// A record is a table of its own: a header and rows.
class Joined {
public:
    Result<void> add(ByteView record) {
        const auto end = std::ranges::find(record, std::uint8_t{'\n'});
        const auto size = static_cast<std::size_t>(end - record.begin());
        if (size == record.size())
            return fail(Errc::malformed, "record: is no table with a header");
        const ByteView header = record.first(size + 1);
        if (header_.empty()) {
            header_ = to_bytes(header);
            text_.append(header);
        }
        if (!std::ranges::equal(header_, header))
            return fail(
                Errc::invalid_argument,
                "the collections have different columns; choose some, or one --data-type");
        text_.append(record.subspan(size + 1));
        return {};
    }

    SecretBytes take() { return text_.take(); }

private:
    Bytes header_;
    SecretText text_;
};

}  // namespace

Result<Exported> export_table(
    Session& session,
    std::span<const protocol::CollectionId> collections,
    std::string_view data_type) {
    THERIAC_CHECK(require_vault(session));
    THERIAC_TRY(index, load_index(index_file(session), *session.keys.vault_seed));
    const auto wanted = chosen(index, collections, data_type);
    if (wanted.empty() || wanted.size() < collections.size())
        return fail(Errc::not_found, "export: not every collection asked for is there");
    Joined joined;
    Exported out;
    for (const IndexedCollection* collection : wanted) {
        THERIAC_TRY(records, read_records(session, *collection));
        for (const SecretBytes& record : records)
            THERIAC_CHECK(joined.add(record.reveal()));
        out.records += records.size();
        ++out.collections;
        if (session.progress) session.progress("decrypting", out.collections, wanted.size());
    }
    out.csv = joined.take();
    return out;
}

}  // namespace theriac::client
