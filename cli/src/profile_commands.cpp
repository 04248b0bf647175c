// theriac profile: a participant's keys and the network it belongs to.
#include "theriac/client/backup.hpp"
#include "theriac/json/json.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "command.hpp"

namespace theriac::cli {

namespace {

constexpr std::size_t kMaxNetworkFile = std::size_t{8} << 20U;

json::Value to_json(const client::Profile& profile) {
    return json::Value::object({
        {"profile", profile.directory().string()},
        {"kind", client::name(profile.kind())},
        {"name", profile.name()},
        {"address", eth::checksum_text(profile.address())},
    });
}

struct CreateOptions {
    std::string kind = "owner";
    std::string name;
    bool light_scrypt = false;
};

Result<void> create(Runtime& runtime, const CreateOptions& options) {
    if (runtime.common.profile.empty())
        return fail(Errc::invalid_argument, "no profile: give --profile DIR");
    THERIAC_TRY(kind, client::parse_profile_kind(options.kind));
    THERIAC_TRY(password, read_password(runtime.common, Ask::twice));
    SystemEntropy entropy;
    const client::Profile::Creation creation{
        .directory = runtime.common.profile,
        .kind = kind,
        .name = options.name.empty() ? options.kind : options.name,
        .scrypt = options.light_scrypt ? client::ScryptStrength::light
                                       : client::ScryptStrength::standard};
    THERIAC_TRY(profile, client::Profile::create(creation, password, entropy));
    runtime.output().both(
        "created " + options.kind + " " + eth::checksum_text(profile.address()) + " in "
            + profile.directory().string()
            + "\nBack the directory up, and the password elsewhere: without them its records stay closed.",
        to_json(profile));
    return {};
}

struct JoinOptions {
    std::string network;
    bool replace = false;
};

Result<void> join(Runtime& runtime, const JoinOptions& options) {
    THERIAC_TRY(profile, open_public(runtime.common));
    THERIAC_TRY(text, storage::read_file(options.network, kMaxNetworkFile));
    auto network = client::decode_network(as_text(text));
    if (!network) return fail(with_context(options.network, std::move(network).error()));
    const auto if_joined = options.replace ? client::IfJoined::replace : client::IfJoined::refuse;
    THERIAC_CHECK(profile.join(*network, if_joined));
    runtime.output().both("joined " + network->name, to_json(profile));
    return {};
}

struct BackupOptions {
    std::string file;
    bool light_scrypt = false;
};

Result<void> back_up(Runtime& runtime, const BackupOptions& options) {
    THERIAC_TRY(profile, open_public(runtime.common));
    THERIAC_TRY(password, read_password(runtime.common));
    const auto strength =
        options.light_scrypt ? client::ScryptStrength::light : client::ScryptStrength::standard;
    SystemEntropy entropy;
    THERIAC_TRY(names, client::back_up(profile, password, options.file, strength, entropy));
    std::string text = "wrote " + options.file + " and read it back:";
    json::Value files = json::Value::array();
    for (const std::string& name : names) {
        text += " " + name;
        files.push_back(name);
    }
    runtime.output().both(
        text + "\nIt opens with the profile's password, which is not in it.",
        json::Value::object({{"file", options.file}, {"files", std::move(files)}}));
    return {};
}

struct RestoreOptions {
    std::string file;
};

Result<void> restore(Runtime& runtime, const RestoreOptions& options) {
    if (runtime.common.profile.empty())
        return fail(Errc::invalid_argument, "no profile: give --profile DIR");
    THERIAC_TRY(password, read_password(runtime.common));
    SystemEntropy entropy;
    THERIAC_TRY(profile, client::restore(options.file, password, runtime.common.profile, entropy));
    runtime.output().both(
        "restored " + profile.name() + " to " + profile.directory().string()
            + "\nWhat was lent after the backup is not in its index: `theriac data recover`.",
        to_json(profile));
    return {};
}

Result<void> show(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(profile, open_public(runtime.common));
    const auto network = profile.network();
    json::Value out = to_json(profile);
    if (network) out.set("network", network->name);
    runtime.output().both(
        profile.name() + " (" + std::string(client::name(profile.kind())) + ")\naddress "
            + eth::checksum_text(profile.address()) + "\nnetwork "
            + (network ? network->name : std::string("none")),
        out);
    return {};
}

}  // namespace

void add_profile_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group = app.add_subcommand("profile", "A participant's keys and network");
    group->require_subcommand(1);
    const auto created = declare<CreateOptions>(
        *group,
        runtime,
        {"create",
         "Make a profile with fresh keys",
         "theriac profile create --profile hospital-a --kind owner --name \"Hospital A\""},
        create);
    created.command->add_option(
        "--kind",
        created.options->kind,
        "owner, researcher, runner, relayer, governor or reviewer");
    created.command->add_option("--name", created.options->name, "For people");
    created.command
        ->add_flag(
            "--light-scrypt",
            created.options->light_scrypt,
            "Key files that open faster and are easier to attack: for many test profiles")
        ->envname("THERIAC_LIGHT_SCRYPT");
    const auto joined = declare<JoinOptions>(
        *group,
        runtime,
        {"join",
         "Join the network a file describes",
         "theriac profile join --profile hospital-a --network network.json",
         Needs::profile},
        join);
    joined.command->add_option("--network", joined.options->network, "network.json")->required();
    joined.command->add_flag(
        "--replace",
        joined.options->replace,
        "Take over another description of the same network: its addresses, anchors, measurements");
    const auto backed_up = declare<BackupOptions>(
        *group,
        runtime,
        {"backup",
         "Write keys, network and index to one encrypted file",
         "theriac profile backup --profile hospital-a hospital-a.backup"},
        back_up);
    backed_up.command->add_option("file", backed_up.options->file, "File to make")->required();
    backed_up.command
        ->add_flag(
            "--light-scrypt",
            backed_up.options->light_scrypt,
            "Opens faster and is easier to attack: for tests")
        ->envname("THERIAC_LIGHT_SCRYPT");
    const auto restored = declare<RestoreOptions>(
        *group,
        runtime,
        {"restore",
         "Make a profile anew from a backup",
         "theriac profile restore --profile hospital-a hospital-a.backup"},
        restore);
    restored.command->add_option("file", restored.options->file, "A backup")->required();
    declare<NoOptions>(
        *group,
        runtime,
        {"show",
         "Show what is public of a profile",
         "theriac profile show --profile hospital-a",
         Needs::profile},
        show);
}

}  // namespace theriac::cli
