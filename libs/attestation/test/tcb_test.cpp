#include "qe_identity.hpp"
#include "signed_json.hpp"
#include "tcb_info.hpp"
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace theriac::attestation {
namespace {

using enum TcbStatus;

std::string components(std::uint8_t svn) {
    std::string out;
    for (int i = 0; i < 16; ++i)
        out += fmt::format(R"({}{{"svn":{}}})", i == 0 ? "" : ",", svn);
    return out;
}

std::string level(std::uint8_t svn, std::uint16_t pce_svn, std::string_view status) {
    return fmt::format(
        R"({{"tcb":{{"sgxtcbcomponents":[{}],"pcesvn":{}}},"tcbDate":"x","tcbStatus":"{}",)"
        R"("advisoryIDs":["INTEL-SA-00615"]}})",
        components(svn),
        pce_svn,
        status);
}

std::string tcb_info(std::string_view levels) {
    return fmt::format(
        R"({{"id":"SGX","version":3,"issueDate":"2025-08-15T05:08:18Z",)"
        R"("nextUpdate":"2025-09-14T05:08:18Z","fmspc":"00606A000000","pceId":"0000",)"
        R"("tcbType":0,"tcbEvaluationDataNumber":17,"tcbLevels":[{}]}})",
        levels);
}

Result<TcbInfo> parse(const std::string& text) {
    return parse_tcb_info(as_bytes(text));
}

PckExtension platform(std::uint8_t svn, std::uint16_t pce_svn) {
    PckExtension out;
    out.component_svns.fill(svn);
    out.pce_svn = pce_svn;
    return out;
}

TEST(tcb_info, version_3_is_read) {
    const TcbInfo info = parse(tcb_info(level(5, 13, "SWHardeningNeeded"))).value();
    EXPECT_EQ(info.fmspc.hex(), "0x00606a000000");
    EXPECT_EQ(info.evaluation_number, 17U);
    ASSERT_EQ(info.levels.size(), 1U);
    EXPECT_EQ(info.levels[0].sgx[15], 5);
    EXPECT_EQ(info.levels[0].pce_svn, 13);
    EXPECT_EQ(info.levels[0].verdict.status, sw_hardening_needed);
    EXPECT_EQ(info.levels[0].verdict.advisories, std::vector<std::string>{"INTEL-SA-00615"});
    EXPECT_EQ(info.period.from, UnixTime{1'755'234'498});
}

TEST(tcb_info, first_level_that_is_reached_counts) {
    const TcbInfo info =
        parse(tcb_info(level(5, 13, "UpToDate") + "," + level(3, 10, "OutOfDate"))).value();
    EXPECT_EQ(find_level(info, platform(5, 13))->verdict.status, up_to_date);
    EXPECT_EQ(find_level(info, platform(200, 900))->verdict.status, up_to_date);
    EXPECT_EQ(find_level(info, platform(5, 12))->verdict.status, out_of_date);
    EXPECT_EQ(find_level(info, platform(4, 13))->verdict.status, out_of_date);
    EXPECT_EQ(find_level(info, platform(3, 9)), nullptr);
    EXPECT_EQ(find_level(info, platform(2, 13)), nullptr);
}

TEST(tcb_info, one_component_below_misses_the_level) {
    const TcbInfo info = parse(tcb_info(level(5, 13, "UpToDate"))).value();
    for (std::size_t i = 0; i < 16; ++i) {
        PckExtension weak = platform(9, 13);
        weak.component_svns.at(i) = 4;
        EXPECT_EQ(find_level(info, weak), nullptr) << i;
    }
}

TEST(tcb_info, other_kinds_are_refused) {
    const std::string good = tcb_info(level(1, 1, "UpToDate"));
    const auto with = [&](std::string_view from, std::string_view to) {
        std::string text = good;
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return parse(text.replace(at, from.size(), to)).error().code;
    };
    ASSERT_TRUE(parse(good).has_value());
    EXPECT_EQ(with(R"("SGX")", R"("TDX")"), Errc::malformed);  // without tdxtcbcomponents
    EXPECT_EQ(with(R"("SGX")", R"("XYZ")"), Errc::unsupported);
    EXPECT_EQ(with(R"("pcesvn":1)", R"("pcesvn":1,"pcesvn":1)"), Errc::malformed);
    EXPECT_EQ(with(R"("tcbType":0)", R"("tcbType":0,"tcbType":0)"), Errc::malformed);
    EXPECT_EQ(with(R"("pceId":"0000",)", ""), Errc::malformed);
    EXPECT_EQ(with(R"("version":3)", R"("version":4)"), Errc::unsupported);
    EXPECT_EQ(with(R"("tcbType":0)", R"("tcbType":1)"), Errc::malformed);
    EXPECT_EQ(with(R"("UpToDate")", R"("Fine")"), Errc::malformed);
    EXPECT_EQ(with("00606A000000", "00606A0000"), Errc::malformed);
    EXPECT_EQ(with(R"({"svn":1},)", ""), Errc::malformed);
    EXPECT_EQ(with(R"({"svn":1})", R"({"svn":256})"), Errc::malformed);
    EXPECT_EQ(with(R"("pcesvn":1)", R"("pcesvn":65536)"), Errc::malformed);
    EXPECT_EQ(with("2025-09-14T", "2025-09-31T"), Errc::malformed);
}

TEST(tcb_status, names_read_back) {
    for (const TcbStatus status :
         {up_to_date,
          sw_hardening_needed,
          configuration_needed,
          configuration_and_sw_hardening_needed,
          out_of_date,
          out_of_date_configuration_needed,
          td_relaunch_advised,
          td_relaunch_advised_configuration_needed,
          revoked})
        EXPECT_EQ(tcb_status_from(name(status)), status);
    EXPECT_EQ(tcb_status_from("uptodate").error().code, Errc::malformed);
}

TEST(tcb_status, current_quoting_enclave_changes_nothing) {
    for (const TcbStatus status :
         {up_to_date,
          sw_hardening_needed,
          configuration_needed,
          configuration_and_sw_hardening_needed,
          out_of_date,
          out_of_date_configuration_needed,
          revoked})
        EXPECT_EQ(converge(status, up_to_date), status);
}

TEST(tcb_status, outdated_quoting_enclave_makes_the_whole_out_of_date) {
    EXPECT_EQ(converge(up_to_date, out_of_date), out_of_date);
    EXPECT_EQ(converge(sw_hardening_needed, out_of_date), out_of_date);
    EXPECT_EQ(converge(out_of_date, out_of_date), out_of_date);
    EXPECT_EQ(converge(configuration_needed, out_of_date), out_of_date_configuration_needed);
    EXPECT_EQ(
        converge(configuration_and_sw_hardening_needed, out_of_date),
        out_of_date_configuration_needed);
    EXPECT_EQ(
        converge(out_of_date_configuration_needed, out_of_date), out_of_date_configuration_needed);
}

TEST(tcb_status, revoked_part_makes_the_whole_revoked) {
    EXPECT_EQ(converge(up_to_date, revoked), revoked);
    EXPECT_EQ(converge(revoked, out_of_date), revoked);
}

TEST(signed_json, body_is_cut_out_byte_for_byte) {
    const std::string signature(128, 'a');
    const std::string text = R"({"tcbInfo":{"a": 1 },"signature":")" + signature + R"("})";
    const SignedJson split = split_signed_json(as_bytes(text), "tcbInfo").value();
    EXPECT_EQ(as_text(split.body), R"({"a": 1 })");
    EXPECT_EQ(split.signature.array()[63], 0xaa);
}

TEST(signed_json, order_and_space_around_the_body_are_free) {
    const std::string s(128, 'a');
    for (const std::string& text :
         {R"({"tcbInfo":{"a": "}" },"signature":")" + s + "\"} \n",
          R"({ "tcbInfo" : {"a": "}" } , "signature":")" + s + R"("})",
          R"({"signature":")" + s + R"(","tcbInfo":{"a": "}" }})"})
        EXPECT_EQ(
            as_text(split_signed_json(as_bytes(text), "tcbInfo").value().body), R"({"a": "}" })")
            << text;
}

TEST(signed_json, other_frames_are_refused) {
    const std::string s(128, 'a');
    for (const std::string& text : {
             std::string(),
             R"({"tcbInfo":{},"signature":")" + s.substr(1) + R"("})",
             R"({"tcbInfo":{},"signature":")" + s + R"("}x)",
             R"({"tcbInfo":{},"tcbInfo":{},"signature":")" + s + R"("})",
             R"({"tcbInfo":{},"signature":")" + s + R"(","signature":")" + s + R"("})",
             R"({"tcbInfo":{},"other":1,"signature":")" + s + R"("})",
             R"({"tcbInfo":{},"signature":"0x)" + s.substr(2) + R"("})",
             std::string(R"({"tcbInfo":{}})"),
             R"({"signature":")" + s + R"("})",
             R"({"enclaveIdentity":{},"signature":")" + s + R"("})",
             R"({"tcbInfo":{},"signature":")" + s.substr(1) + "g" + R"("})",
             R"({"tcbInfo":{,"signature":")" + s + R"("})",
         })
        EXPECT_EQ(split_signed_json(as_bytes(text), "tcbInfo").error().code, Errc::malformed)
            << text;
}

TEST(utc_time, is_read) {
    EXPECT_EQ(parse_utc("1970-01-01T00:00:00Z"), UnixTime{0});
    EXPECT_EQ(parse_utc("2024-02-29T23:59:59Z"), UnixTime{1'709'251'199});
    EXPECT_EQ(parse_utc("9999-12-31T23:59:59Z"), UnixTime{253'402'300'799});
}

TEST(utc_time, other_texts_are_refused) {
    for (const std::string_view text :
         {"",
          "2025-08-15T04:36:46",
          "2025-02-29T00:00:00Z",
          "2025-13-01T00:00:00Z",
          "2025-00-01T00:00:00Z",
          "2025-01-01T24:00:00Z",
          "2025-01-01T00:60:00Z",
          "2025-01-01T00:00:60Z",
          "1969-12-31T23:59:59Z",
          "2025-01-01 00:00:00Z",
          "2025-01-01T00:00:0xZ",
          "+025-01-01T00:00:00Z",
          "2025-01-01T00:00:00z"})
        EXPECT_EQ(parse_utc(text).error().code, Errc::malformed) << text;
}

TEST(period, ends_are_included) {
    const Period period{.from = {10}, .until = {20}};
    EXPECT_EQ(expect_within(period, {9}).error().code, Errc::expired);
    EXPECT_TRUE(expect_within(period, {10}).has_value());
    EXPECT_TRUE(expect_within(period, {20}).has_value());
    EXPECT_EQ(expect_within(period, {21}).error().code, Errc::expired);
}

}  // namespace
}  // namespace theriac::attestation
