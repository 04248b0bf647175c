// Secrets: not copyable, not comparable, not printable, wiped when they end or move.
#pragma once

#include "theriac/base/bytes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace theriac {

/// Overwrites `bytes` with zeros in a way the compiler may not leave out.
void wipe(MutableByteView bytes);

/// True when both have the same size and bytes. The time depends on the sizes only.
bool equal_constant_time(ByteView a, ByteView b);

/// `Size` secret bytes. Every read goes through `reveal()`, so that each use can be found by its
/// name.
template <std::size_t Size>
class Secret {
public:
    static constexpr std::size_t kSize = Size;

    Secret() = default;

    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    Secret(Secret&& other) noexcept : bytes_(other.bytes_) { wipe(other.bytes_); }

    Secret& operator=(Secret&& other) noexcept {
        if (this != &other) {
            bytes_ = other.bytes_;
            wipe(other.bytes_);
        }
        return *this;
    }

    ~Secret() { wipe(bytes_); }

    /// A secret with these bytes; the caller wipes its own copy.
    ///
    /// @return Errc::malformed unless `bytes` has exactly `Size` bytes
    static Result<Secret> from(ByteView bytes) {
        if (bytes.size() != Size)
            return fail(
                Errc::malformed,
                "expected a secret of " + std::to_string(Size) + " bytes, got "
                    + std::to_string(bytes.size()));
        Secret out;
        std::copy(bytes.begin(), bytes.end(), out.bytes_.begin());
        return out;
    }

    /// An intentional second copy, for example one that goes into a vault.
    [[nodiscard]] Secret clone() const {
        Secret out;
        out.bytes_ = bytes_;
        return out;
    }

    [[nodiscard]] ByteView reveal() const { return bytes_; }

    [[nodiscard]] MutableByteView fill() { return bytes_; }

private:
    std::array<std::uint8_t, Size> bytes_{};
};

/// Secret bytes whose number is known only at run time, such as a decrypted record.
class SecretBytes {
public:
    SecretBytes() = default;

    explicit SecretBytes(std::size_t size) : bytes_(size) {}

    /// Takes the bytes over; the moved-from vector keeps no copy.
    explicit SecretBytes(Bytes&& bytes) : bytes_(std::move(bytes)) {}

    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;

    SecretBytes(SecretBytes&& other) noexcept : bytes_(std::move(other.bytes_)) {
        other.bytes_.clear();
    }

    SecretBytes& operator=(SecretBytes&& other) noexcept {
        if (this != &other) {
            wipe(bytes_);
            bytes_ = std::move(other.bytes_);
            other.bytes_.clear();
        }
        return *this;
    }

    ~SecretBytes() { wipe(bytes_); }

    [[nodiscard]] SecretBytes clone() const { return SecretBytes(Bytes(bytes_)); }

    [[nodiscard]] ByteView reveal() const { return bytes_; }

    [[nodiscard]] MutableByteView fill() { return bytes_; }

    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

    /// Keeps the first `size` bytes and wipes the rest; `size` is at most the present size.
    void shrink(std::size_t size);

private:
    Bytes bytes_;
};

}  // namespace theriac
