// Reads JSON (RFC 8259) in one pass, without building a tree: for the documents that a manufacturer
// signs, which are read only after their signature was checked, and on every verification.
#pragma once

#include "theriac/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace theriac::attestation {

/// Stands before one value of a text, which must outlive it. Each read takes a value.
///
/// Text must not contain escapes where it is read by `text`, and nothing may be nested deeper than
/// kMaxDepth. Every failure is Errc::malformed and says at which byte.
class JsonCursor {
public:
    explicit JsonCursor(std::string_view text) : all_(text), rest_(text) {}

    static constexpr std::size_t kMaxDepth = 16;

    /// Takes an object: calls `member(name)` before each member's value, which it must take.
    template <typename Member>
    Result<void> object(Member member) {
        THERIAC_CHECK(enter('{'));
        if (leave('}')) return {};
        do {
            THERIAC_TRY(name, text());
            THERIAC_CHECK(expect(':'));
            THERIAC_CHECK(member(name));
        } while (leave(','));
        return close('}');
    }

    /// Takes an array: calls `element()` before each element, which it must take.
    template <typename Element>
    Result<void> array(Element element) {
        THERIAC_CHECK(enter('['));
        if (leave(']')) return {};
        do {
            THERIAC_CHECK(element());
        } while (leave(','));
        return close(']');
    }

    /// Takes a text; the view is what stands between the quotes.
    Result<std::string_view> text();

    /// Takes a whole number between 0 and `max`, written in digits only.
    Result<std::uint64_t> number(std::uint64_t max);

    /// Takes whatever value comes.
    Result<void> skip();

    /// As `skip`; the view is the value as it is written.
    Result<std::string_view> raw();

    /// @return Errc::malformed when anything but white space is left
    Result<void> finish();

    /// An error at this place.
    [[nodiscard]] std::unexpected<Error> refuse(std::string_view expected) const;

private:
    void pass_space();
    Result<void> expect(char c);
    bool leave(char c);
    Result<void> enter(char c);
    Result<void> close(char c);
    Result<void> skip_text();
    Result<void> skip_word();

    std::string_view all_;
    std::string_view rest_;
    std::size_t depth_ = 0;
};

/// Which members of an object were there: none may come twice, and those needed must not be
/// missing.
class Members {
public:
    /// @return Errc::malformed when `index` (below 32) was noted before
    Result<void> note(std::size_t index, std::string_view name);

    [[nodiscard]] bool has(std::size_t index) const { return (seen_ >> index & 1) != 0; }

    /// @return Errc::malformed unless all of the first `count` were noted
    [[nodiscard]] Result<void> expect_first(std::size_t count, std::string_view object) const;

private:
    std::uint32_t seen_ = 0;
};

}  // namespace theriac::attestation
