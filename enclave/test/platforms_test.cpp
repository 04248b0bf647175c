// The hardware platforms against doubles: folders that look like Gramine's and the kernel's.
#include "theriac/attestation/verify.hpp"
#include "theriac/simulation/platform.hpp"

#include "entry/attribute_file.hpp"
#include "entry/configfs_tsm.hpp"
#include "entry/gramine.hpp"
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include <sys/stat.h>

namespace theriac::enclave {
namespace {

namespace fs = std::filesystem;

using Data = std::array<std::uint8_t, 64>;

class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "theriac-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    ~Folder() { fs::remove_all(path_); }

    void write(const std::string& name, std::string_view text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }

    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    fs::path path_;
};

Bytes quote_of(const Data& data) {
    static SystemEntropy entropy;
    static const auto kPlatform =
        simulation::Platform::create(entropy, {1'780'000'000}, std::chrono::days(1));
    return kPlatform.quote({}, attestation::ReportData(data));
}

// The smallest SEV-SNP report that says `data`.
Bytes report_of(const Data& data) {
    Bytes out(1184);
    out[0] = 3;
    out[0x0a] = 2;
    out[0x34] = 1;
    out[0x188] = 0x19;
    out[0x189] = 1;
    std::ranges::copy(data, out.begin() + 0x50);
    return out;
}

Data some_data(std::uint8_t value) {
    Data out{};
    out.fill(value);
    return out;
}

// A kernel that answers as often as it is told: its two blobs are pipes, so that each side waits
// for the other as it would for the kernel.
class KernelDouble {
public:
    using Answer = std::function<Bytes(const Data&)>;

    explicit KernelDouble(std::string_view provider) {
        folder_.write("own/provider", provider);
        folder_.write("own/generation", "7\n");
        ::mkfifo(path("inblob").c_str(), 0600);
        ::mkfifo(path("outblob").c_str(), 0600);
    }

    KernelDouble(const KernelDouble&) = delete;
    KernelDouble& operator=(const KernelDouble&) = delete;

    ~KernelDouble() {
        if (thread_.joinable()) thread_.join();
    }

    /// Answers one request for each of `steps`: by how much the generation rises.
    void answer(const Answer& answer, std::vector<int> steps) {
        thread_ = std::thread([this, answer, steps = std::move(steps)] {
            for (const int step : steps) {
                const Bytes in = read_attribute(path("inblob"), 64).value();
                Data data{};
                std::ranges::copy(in, data.begin());
                generation_ += step;
                folder_.write("own/generation", std::to_string(generation_) + "\n");
                EXPECT_TRUE(write_attribute(path("outblob"), answer(data)).has_value());
            }
        });
    }

    void give_certificates(std::string_view table) { folder_.write("own/auxblob", table); }

    [[nodiscard]] ConfigfsTsm::Options options() const {
        return {.base = folder_.path(), .instance = "own", .attempts = 3};
    }

private:
    [[nodiscard]] std::string path(const std::string& name) const {
        return folder_.path() + "/own/" + name;
    }

    Folder folder_;
    std::thread thread_;
    int generation_ = 7;
};

TEST(configfs_tsm, tdx_quote_is_for_the_data_asked) {
    KernelDouble kernel("tdx_guest\n");
    kernel.answer(quote_of, {1});
    const auto platform = ConfigfsTsm::open(kernel.options()).value();
    EXPECT_EQ(platform->name(), "tdx");
    EXPECT_EQ(platform->quote(some_data(5)).value(), quote_of(some_data(5)));
    EXPECT_EQ(platform->sealing_key().error().code, Errc::unsupported);
}

TEST(configfs_tsm, snp_report_comes_with_the_hosts_certificates) {
    KernelDouble kernel("sev_guest\n");
    const std::string table(24, '\0');
    kernel.give_certificates(table);
    kernel.answer(report_of, {1});
    const auto platform = ConfigfsTsm::open(kernel.options()).value();
    EXPECT_EQ(platform->name(), "sev-snp");
    const Bytes evidence = platform->quote(some_data(6)).value();
    EXPECT_EQ(evidence.size(), 1184U + 24U);
    EXPECT_TRUE(attestation::split_extended_report(evidence).has_value());
}

TEST(configfs_tsm, interference_is_waited_out) {
    KernelDouble kernel("tdx_guest\n");
    kernel.answer(quote_of, {2, 2, 1});
    const auto platform = ConfigfsTsm::open(kernel.options()).value();
    EXPECT_TRUE(platform->quote(some_data(7)).has_value());
}

TEST(configfs_tsm, interference_without_end_is_a_conflict) {
    KernelDouble kernel("tdx_guest\n");
    kernel.answer(quote_of, {2, 2, 2});
    const auto platform = ConfigfsTsm::open(kernel.options()).value();
    EXPECT_EQ(platform->quote(some_data(7)).error().code, Errc::conflict);
}

TEST(configfs_tsm, evidence_for_other_data_is_refused) {
    KernelDouble kernel("tdx_guest\n");
    kernel.answer([](const Data&) { return quote_of(some_data(9)); }, {1});
    const auto platform = ConfigfsTsm::open(kernel.options()).value();
    EXPECT_EQ(platform->quote(some_data(8)).error().code, Errc::unauthenticated);
}

TEST(configfs_tsm, what_is_no_evidence_is_refused) {
    KernelDouble kernel("tdx_guest\n");
    kernel.answer([](const Data&) { return Bytes(10); }, {1});
    const auto platform = ConfigfsTsm::open(kernel.options()).value();
    EXPECT_EQ(platform->quote(some_data(8)).error().code, Errc::unsupported);
}

TEST(configfs_tsm, machine_without_it_is_told) {
    const Folder empty;
    const auto none = ConfigfsTsm::open({.base = empty.path() + "/none", .instance = "own"});
    EXPECT_EQ(none.error().code, Errc::unavailable);
    const KernelDouble other("arm_cca_guest\n");
    EXPECT_EQ(ConfigfsTsm::open(other.options()).error().code, Errc::unsupported);
}

TEST(gramine, quote_is_for_the_data_asked) {
    const Folder folder;
    folder.write("attestation_type", "dcap");
    folder.write("user_report_data", "");
    folder.write("quote", as_text(quote_of(some_data(3))));
    const auto platform = GraminePlatform::open(folder.path()).value();
    EXPECT_EQ(platform->quote(some_data(3)).value(), quote_of(some_data(3)));
    const auto asked = read_attribute(folder.path() + "/user_report_data", 64).value();
    EXPECT_TRUE(std::ranges::equal(asked, some_data(3)));
    EXPECT_EQ(platform->quote(some_data(4)).error().code, Errc::unauthenticated);
}

TEST(gramine, sealing_key_follows_from_the_processors) {
    const Folder folder;
    folder.write("attestation_type", "dcap");
    folder.write("keys/_sgx_mrenclave", std::string(16, 'k'));
    const auto platform = GraminePlatform::open(folder.path()).value();
    const std::string first = to_hex(platform->sealing_key().value().reveal());
    EXPECT_EQ(to_hex(platform->sealing_key().value().reveal()), first);
    folder.write("keys/_sgx_mrenclave", std::string(16, 'l'));
    EXPECT_NE(to_hex(platform->sealing_key().value().reveal()), first);
    folder.write("keys/_sgx_mrenclave", "");
    EXPECT_EQ(platform->sealing_key().error().code, Errc::unavailable);
}

TEST(gramine, other_machines_are_told) {
    const Folder folder;
    EXPECT_EQ(GraminePlatform::open(folder.path()).error().code, Errc::unavailable);
    folder.write("attestation_type", "none");
    EXPECT_EQ(GraminePlatform::open(folder.path()).error().code, Errc::unsupported);
}

}  // namespace
}  // namespace theriac::enclave
