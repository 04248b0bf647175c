#include "purposes.hpp"

#include <algorithm>
#include <array>

namespace theriac::cli {

namespace {

struct Purpose {
    std::string_view code;
    std::string_view label;
};

// Codes and labels of the Data Use Ontology.
constexpr std::array kPurposes = {
    Purpose{"DUO:0000001", "data use permission"},
    Purpose{"DUO:0000004", "no restriction"},
    Purpose{"DUO:0000006", "health or medical or biomedical research"},
    Purpose{"DUO:0000007", "disease specific research"},
    Purpose{"DUO:0000011", "population origins or ancestry research only"},
    Purpose{"DUO:0000012", "research specific restrictions"},
    Purpose{"DUO:0000015", "no general methods research"},
    Purpose{"DUO:0000016", "genetic studies only"},
    Purpose{"DUO:0000017", "data use modifier"},
    Purpose{"DUO:0000018", "not for profit, non commercial use only"},
    Purpose{"DUO:0000019", "publication required"},
    Purpose{"DUO:0000020", "collaboration required"},
    Purpose{"DUO:0000021", "ethics approval required"},
    Purpose{"DUO:0000022", "geographical restriction"},
    Purpose{"DUO:0000024", "publication moratorium"},
    Purpose{"DUO:0000025", "time limit on use"},
    Purpose{"DUO:0000026", "user specific restriction"},
    Purpose{"DUO:0000027", "project specific restriction"},
    Purpose{"DUO:0000028", "institution specific restriction"},
    Purpose{"DUO:0000029", "return to database or resource"},
    Purpose{"DUO:0000042", "general research use"},
    Purpose{"DUO:0000043", "clinical care use"},
    Purpose{"DUO:0000044", "population origins or ancestry research prohibited"},
    Purpose{"DUO:0000045", "not for profit organisation use only"},
    Purpose{"DUO:0000046", "non-commercial use only"},
};

}  // namespace

std::string_view purpose_label(std::string_view code) {
    const auto found = std::ranges::find(kPurposes, code, &Purpose::code);
    return found == kPurposes.end() ? std::string_view{} : found->label;
}

}  // namespace theriac::cli
