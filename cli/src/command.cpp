#include "command.hpp"

#include <array>
#include <charconv>

namespace theriac::cli {

CLI::App* add_command(CLI::App& group, Runtime& runtime, const Description& description) {
    CLI::App* command = group.add_subcommand(description.name, description.summary);
    command->add_flag("--json", runtime.common.json, "Print one JSON value instead of text");
    if (description.needs != Needs::nothing)
        command->add_option("--profile", runtime.common.profile, "Profile directory")
            ->envname("THERIAC_PROFILE");
    if (description.needs == Needs::keys)
        command
            ->add_option(
                "--password-file",
                runtime.common.password_file,
                "File with the profile's password; asked for when absent")
            ->envname("THERIAC_PASSWORD_FILE");
    command->footer("Example:\n  " + description.example);
    return command;
}

Result<std::chrono::seconds> parse_duration(std::string_view text) {
    struct Unit {
        char letter;
        std::int64_t seconds;
    };

    constexpr std::array<Unit, 4> kUnits = {
        Unit{'s', 1},
        Unit{'m', 60},
        Unit{'h', 3600},
        Unit{'d', 86400},
    };
    std::int64_t unit = 1;
    std::string_view digits = text;
    for (const Unit& one : kUnits) {
        if (text.ends_with(one.letter)) {
            unit = one.seconds;
            digits.remove_suffix(1);
        }
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    constexpr std::int64_t kMaxNumber = 1'000'000'000;
    if (error != std::errc{} || end != digits.data() + digits.size() || number < 0
        || number > kMaxNumber)
        return fail(
            Errc::invalid_argument,
            "expected a duration such as 45s, 30m, 2h or 7d, got \"" + std::string(text) + "\"");
    return std::chrono::seconds(number * unit);
}

Result<protocol::RequestId> parse_request(std::string_view text) {
    auto id = protocol::RequestId::from_hex(text);
    if (!id) return fail(Errc::invalid_argument, "request id: " + id.error().message);
    return *id;
}

Result<protocol::CollectionId> parse_collection(std::string_view text) {
    auto id = protocol::CollectionId::from_hex(text);
    if (!id) return fail(Errc::invalid_argument, "collection id: " + id.error().message);
    return *id;
}

}  // namespace theriac::cli
